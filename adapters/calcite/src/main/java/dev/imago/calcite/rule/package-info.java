/** Planner rules: what goes down into a scan, and what stays. */
@NullMarked
package dev.imago.calcite.rule;

import org.jspecify.annotations.NullMarked;
