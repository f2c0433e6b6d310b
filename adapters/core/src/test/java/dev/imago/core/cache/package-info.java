/** Tests of what is kept for later statements. */
@NullMarked
package dev.imago.core.cache;

import org.jspecify.annotations.NullMarked;
