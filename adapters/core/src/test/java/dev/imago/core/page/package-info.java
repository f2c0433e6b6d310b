/** Tests. */
@NullMarked
package dev.imago.core.page;

import org.jspecify.annotations.NullMarked;
