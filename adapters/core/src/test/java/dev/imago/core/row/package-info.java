/** Tests. */
@NullMarked
package dev.imago.core.row;

import org.jspecify.annotations.NullMarked;
