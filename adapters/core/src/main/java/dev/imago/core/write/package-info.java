/** Changing things: from arguments to one call, its answer, and the end of what it starts. */
@NullMarked
package dev.imago.core.write;

import org.jspecify.annotations.NullMarked;
