package dev.imago.calcite.plan;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;

/**
 * Hides constants that rows are grouped by. Calcite's decorrelation leaves such keys out, also
 * where they are the only ones: but without a key an aggregate has one row for no rows, and {@code
 * SELECT DISTINCT 'a'} of nothing would be {@code 'a'}.
 */
final class ConstantKeys {
  private ConstantKeys() {}

  /** The tree with each constant key as an {@linkplain Opaque opaque} one. */
  static RelNode hidden(RelNode rel) {
    return rel.accept(
        new RelHomogeneousShuttle() {
          @Override
          public RelNode visit(LogicalAggregate aggregate) {
            RelNode visited = super.visit(aggregate);
            return visited instanceof LogicalAggregate below
                    && below.getInput() instanceof Project project
                ? below.copy(below.getTraitSet(), List.of(hidden(project, below)))
                : visited;
          }
        });
  }

  private static RelNode hidden(Project project, LogicalAggregate aggregate) {
    RexBuilder rexBuilder = project.getCluster().getRexBuilder();
    List<RexNode> columns = new ArrayList<>(project.getProjects());
    for (int key : aggregate.getGroupSet()) {
      RexNode column = columns.get(key);
      if (column instanceof RexLiteral) {
        columns.set(key, Opaque.of(column, rexBuilder));
      }
    }
    return project.copy(project.getTraitSet(), project.getInput(), columns, project.getRowType());
  }
}
