/** Tests of the reference pages. */
@NullMarked
package dev.imago.core.reference;

import org.jspecify.annotations.NullMarked;
