/** Reading a table: from bindings to a stream of rows. */
@NullMarked
package dev.imago.core.read;

import org.jspecify.annotations.NullMarked;
