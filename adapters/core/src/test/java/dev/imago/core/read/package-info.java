/** Tests of reading tables: real sockets, an invented service. */
@NullMarked
package dev.imago.core.read;

import org.jspecify.annotations.NullMarked;
