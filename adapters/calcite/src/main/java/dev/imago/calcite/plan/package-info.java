/** Planning: from the text of a statement to a plan, in a fixed order of steps. */
@NullMarked
package dev.imago.calcite.plan;

import org.jspecify.annotations.NullMarked;
