package dev.imago.calcite.plan;

import java.util.List;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.sql.SqlBasicFunction;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;

/**
 * Expressions that a rewrite must take as they are: a call with the value of its operand hides what
 * the operand is, until all are shown again.
 */
final class Opaque {
  private static final SqlFunction OPAQUE =
      SqlBasicFunction.create("OPAQUE", ReturnTypes.ARG0, OperandTypes.ANY);

  private Opaque() {}

  /** The expression as one that nothing is known of but its type. */
  static RexNode of(RexNode expression, RexBuilder rexBuilder) {
    return rexBuilder.makeCall(expression.getType(), OPAQUE, List.of(expression));
  }

  /** The tree with all those expressions as they were, NULL or not as they were taken for. */
  static RelNode shown(RelNode rel) {
    RexBuilder rexBuilder = rel.getCluster().getRexBuilder();
    RexShuttle operands =
        new RexShuttle() {
          @Override
          public RexNode visitCall(RexCall call) {
            return call.getOperator().equals(OPAQUE)
                ? rexBuilder.ensureType(
                    call.getType(), call.getOperands().get(0).accept(this), false)
                : super.visitCall(call);
          }
        };
    return Expressions.rewritten(rel, operands);
  }
}
