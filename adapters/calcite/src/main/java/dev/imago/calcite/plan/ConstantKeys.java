package dev.imago.calcite.plan;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.sql.SqlBasicFunction;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;

/**
 * Hides constants that rows are grouped by, and shows them again. Calcite's decorrelation leaves
 * such keys out, also where they are the only ones: but without a key an aggregate has one row for
 * no rows, and {@code SELECT DISTINCT 'a'} of nothing would be {@code 'a'}.
 */
final class ConstantKeys {
  private static final SqlFunction CONSTANT =
      SqlBasicFunction.create("CONSTANT", ReturnTypes.ARG0, OperandTypes.ANY);

  private ConstantKeys() {}

  /** The tree with each constant key as a call. */
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
        columns.set(key, rexBuilder.makeCall(column.getType(), CONSTANT, List.of(column)));
      }
    }
    return project.copy(project.getTraitSet(), project.getInput(), columns, project.getRowType());
  }

  /** The tree with those calls as constants again. */
  static RelNode shown(RelNode rel) {
    RexShuttle constants =
        new RexShuttle() {
          @Override
          public RexNode visitCall(RexCall call) {
            return call.getOperator().equals(CONSTANT)
                ? call.getOperands().get(0)
                : super.visitCall(call);
          }
        };
    return rel.accept(
        new RelHomogeneousShuttle() {
          @Override
          public RelNode visit(RelNode node) {
            return super.visit(node).accept(constants);
          }
        });
  }
}
