/** Tests of decoding. */
@NullMarked
package dev.imago.core.row;

import org.jspecify.annotations.NullMarked;
