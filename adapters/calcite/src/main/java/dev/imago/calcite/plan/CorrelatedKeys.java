package dev.imago.calcite.plan;

import java.util.List;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;

/**
 * Gives each value of the outer row a column of its own in the sub-query. Calcite's decorrelation
 * lets one column stand for all outer values that it is equal to, and so loses them where they
 * differ and the sub-query has a row all the same: {@code SELECT COUNT(*) ... WHERE x = outer.a AND
 * x = outer.b} is zero then.
 */
final class CorrelatedKeys {
  private CorrelatedKeys() {}

  /** The tree with its columns that equal outer values as {@linkplain Opaque opaque} ones. */
  static RelNode apart(RelNode rel) {
    RexShuttle opaqueKeys = opaqueKeys(rel.getCluster().getRexBuilder());
    return rel.accept(
        new RelHomogeneousShuttle() {
          @Override
          public RelNode visit(LogicalFilter filter) {
            return super.visit(filter).accept(opaqueKeys);
          }
        });
  }

  private static RexShuttle opaqueKeys(RexBuilder rexBuilder) {
    return new RexShuttle() {
      @Override
      public RexNode visitCall(RexCall call) {
        if (!call.isA(SqlKind.EQUALS)) {
          return super.visitCall(call);
        }
        RexNode left = call.getOperands().get(0);
        RexNode right = call.getOperands().get(1);
        return call.clone(call.getType(), List.of(key(left, right), key(right, left)));
      }

      private RexNode key(RexNode operand, RexNode other) {
        return operand instanceof RexInputRef && RexUtil.containsFieldAccess(other)
            ? Opaque.of(operand, rexBuilder)
            : operand;
      }
    };
  }
}
