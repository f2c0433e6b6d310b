/** Tests of how values become the body of a write, and of what is refused before it is sent. */
@NullMarked
package dev.imago.core.write;

import org.jspecify.annotations.NullMarked;
