/** Tests of the Google provider. */
@NullMarked
package dev.imago.google;

import org.jspecify.annotations.NullMarked;
