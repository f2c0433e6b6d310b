/** The driver's one jar: what is in it, and that programs can use it. */
@NullMarked
package dev.imago.onejar;

import org.jspecify.annotations.NullMarked;
