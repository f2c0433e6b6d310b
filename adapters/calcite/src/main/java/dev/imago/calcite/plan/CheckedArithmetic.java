package dev.imago.calcite.plan;

import java.util.Map;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;

/** Makes sums and products of whole numbers fail where they would overflow and be wrong. */
final class CheckedArithmetic extends RexShuttle {
  private static final Map<SqlOperator, SqlOperator> CHECKED =
      Map.of(
          SqlStdOperatorTable.PLUS, SqlStdOperatorTable.CHECKED_PLUS,
          SqlStdOperatorTable.MINUS, SqlStdOperatorTable.CHECKED_MINUS,
          SqlStdOperatorTable.MULTIPLY, SqlStdOperatorTable.CHECKED_MULTIPLY);

  private final RexBuilder rexBuilder;

  private CheckedArithmetic(RexBuilder rexBuilder) {
    this.rexBuilder = rexBuilder;
  }

  /** The same tree without silent overflows. No rule knows the operators, so this comes last. */
  static RelNode in(RelNode rel) {
    CheckedArithmetic checked = new CheckedArithmetic(rel.getCluster().getRexBuilder());
    return rel.accept(
        new RelHomogeneousShuttle() {
          @Override
          public RelNode visit(RelNode other) {
            RelNode visited = super.visit(other);
            return visited instanceof Project
                    || visited instanceof Filter
                    || visited instanceof Join
                ? visited.accept(checked)
                : visited;
          }
        });
  }

  @Override
  public RexNode visitCall(RexCall call) {
    RexNode visited = super.visitCall(call);
    SqlOperator operator = CHECKED.get(call.getOperator());
    return operator != null && visited instanceof RexCall inner && isWhole(inner)
        ? rexBuilder.makeCall(call.getType(), operator, inner.getOperands())
        : visited;
  }

  private static boolean isWhole(RexCall call) {
    return SqlTypeName.INT_TYPES.contains(call.getType().getSqlTypeName())
        && call.getOperands().stream()
            .allMatch(o -> SqlTypeName.INT_TYPES.contains(o.getType().getSqlTypeName()));
  }
}
