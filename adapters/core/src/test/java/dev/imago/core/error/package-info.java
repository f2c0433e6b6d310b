/** Tests of the errors. */
@NullMarked
package dev.imago.core.error;

import org.jspecify.annotations.NullMarked;
