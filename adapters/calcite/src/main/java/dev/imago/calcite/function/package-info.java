/** The functions that statements may call, beyond those of standard SQL. */
@NullMarked
package dev.imago.calcite.function;

import org.jspecify.annotations.NullMarked;
