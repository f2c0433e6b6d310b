package dev.imago.calcite.plan;

import java.util.List;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexCorrelVariable;
import org.apache.calcite.rex.RexFieldAccess;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlBasicFunction;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;

/**
 * Writes fields of nested columns as calls, and back. Calcite's decorrelation looks into calls
 * only: a field of a column would go on to name the column that had its number before.
 */
final class NestedFields {
  /** Calcite's own dot operator, where assertions are on, refuses to be part of a tree. */
  private static final SqlFunction FIELD =
      SqlBasicFunction.create("FIELD", ReturnTypes.ARG0, OperandTypes.ANY_ANY);

  private NestedFields() {}

  /** The tree with each field of a nested column as a call; columns of outer rows stay. */
  static RelNode asCalls(RelNode rel) {
    RexBuilder rexBuilder = rel.getCluster().getRexBuilder();
    return Expressions.rewritten(
        rel,
        new RexShuttle() {
          @Override
          public RexNode visitFieldAccess(RexFieldAccess access) {
            RexNode nested = access.getReferenceExpr();
            return nested instanceof RexCorrelVariable
                ? access
                : rexBuilder.makeCall(
                    access.getType(),
                    FIELD,
                    List.of(
                        nested.accept(this), rexBuilder.makeLiteral(access.getField().getName())));
          }
        });
  }

  /** The tree with those calls as fields again. */
  static RelNode asFields(RelNode rel) {
    RexBuilder rexBuilder = rel.getCluster().getRexBuilder();
    return Expressions.rewritten(
        rel,
        new RexShuttle() {
          @Override
          public RexNode visitCall(RexCall call) {
            if (!call.getOperator().equals(FIELD)) {
              return super.visitCall(call);
            }
            RexNode nested = call.getOperands().get(0).accept(this);
            String name = RexLiteral.stringValue(call.getOperands().get(1));
            return rexBuilder.ensureType(
                call.getType(), rexBuilder.makeFieldAccess(nested, name, true), true);
          }
        });
  }

  /**
   * The tree with NULL for each field of a nested column that is NULL itself, as those of an outer
   * join without rows are. Calcite has no code for such a field.
   */
  static RelNode withoutNulls(RelNode rel) {
    RexBuilder rexBuilder = rel.getCluster().getRexBuilder();
    return Expressions.rewritten(
        rel,
        new RexShuttle() {
          @Override
          public RexNode visitFieldAccess(RexFieldAccess access) {
            RexNode nested = access.getReferenceExpr().accept(this);
            return RexUtil.isNullLiteral(nested, true)
                ? rexBuilder.makeNullLiteral(access.getType())
                : super.visitFieldAccess(access);
          }
        });
  }
}
