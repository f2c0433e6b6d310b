/** EXPLAIN: a physical plan as text for people. */
@NullMarked
package dev.imago.calcite.explain;

import org.jspecify.annotations.NullMarked;
