package dev.imago.calcite.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalCorrelate;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexNode;

/**
 * Keeps decorrelation from taking an outer value for one that is never NULL. Calcite believes so of
 * each column that a join below compares, also of the side of an outer join whose rows are all
 * kept, and then loses the outer rows that have NULL there.
 */
final class OuterValues {
  private OuterValues() {}

  /** The tree with outer values that may be NULL as {@linkplain Opaque opaque} ones. */
  static RelNode nullable(RelNode rel) {
    return rel.accept(
        new RelHomogeneousShuttle() {
          @Override
          public RelNode visit(LogicalCorrelate correlate) {
            LogicalCorrelate visited = (LogicalCorrelate) super.visit(correlate);
            return visited.copy(
                visited.getTraitSet(), List.of(hidden(visited), visited.getRight()));
          }
        });
  }

  /** The left side with the columns hidden that the right side reads. */
  private static RelNode hidden(LogicalCorrelate correlate) {
    RelNode left = correlate.getLeft();
    List<RexNode> columns = new ArrayList<>();
    boolean hides = false;
    for (int column = 0; column < left.getRowType().getFieldCount(); column++) {
      RexNode value = left.getCluster().getRexBuilder().makeInputRef(left, column);
      boolean isHidden = correlate.getRequiredColumns().get(column) && value.getType().isNullable();
      columns.add(isHidden ? Opaque.of(value, left.getCluster().getRexBuilder()) : value);
      hides |= isHidden;
    }
    return hides
        ? LogicalProject.create(
            left, List.of(), columns, left.getRowType().getFieldNames(), Set.of())
        : left;
  }
}
