/** Tests. */
@NullMarked
package dev.imago.core.read;

import org.jspecify.annotations.NullMarked;
