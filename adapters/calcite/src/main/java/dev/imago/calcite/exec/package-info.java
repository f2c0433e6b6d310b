/** Execution: running plans, and what the generated code calls. */
@NullMarked
package dev.imago.calcite.exec;

import org.jspecify.annotations.NullMarked;
