/** Pages: how a list goes on. */
@NullMarked
package dev.imago.core.page;

import org.jspecify.annotations.NullMarked;
