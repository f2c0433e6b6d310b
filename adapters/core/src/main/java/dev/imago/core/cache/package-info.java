/** Answers that are kept for a while, so that a later statement needs no call for them. */
@NullMarked
package dev.imago.core.cache;

import org.jspecify.annotations.NullMarked;
