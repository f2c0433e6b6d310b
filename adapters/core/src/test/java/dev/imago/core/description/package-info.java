/** Tests of the description model. */
@NullMarked
package dev.imago.core.description;

import org.jspecify.annotations.NullMarked;
