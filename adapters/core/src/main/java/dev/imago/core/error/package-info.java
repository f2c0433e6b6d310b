/** Failures: what went wrong, with its SQLState. */
@NullMarked
package dev.imago.core.error;

import org.jspecify.annotations.NullMarked;
