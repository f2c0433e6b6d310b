package dev.imago.calcite.rel;

import dev.imago.core.description.Comparison;
import java.util.List;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;

/**
 * A condition that the calls of a scan ask for: the column compares so with one of the values.
 *
 * @param column the column's name
 * @param values expressions that no row is needed for; one unless the comparison is {@link
 *     Comparison#EQUAL}
 * @param isExact whether the scan gives just the rows that satisfy it; otherwise it may give more,
 *     and a filter above it has the last word
 */
public record PushedPredicate(
    String column, Comparison comparison, List<RexNode> values, boolean isExact) {
  public PushedPredicate {
    values = List.copyOf(values);
  }

  /** The same condition with its values rewritten. */
  PushedPredicate accept(RexShuttle shuttle) {
    return new PushedPredicate(column, comparison, shuttle.visitList(values), isExact);
  }
}
