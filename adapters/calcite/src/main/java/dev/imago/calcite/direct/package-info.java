/** The direct path: plans of one table and simple expressions, run without generated code. */
@NullMarked
package dev.imago.calcite.direct;

import org.jspecify.annotations.NullMarked;
