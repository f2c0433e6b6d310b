package dev.imago.calcite.rel;

import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/**
 * A bound value with a condition: {@code CASE WHEN condition THEN value END}. Where the condition
 * is not TRUE it is NULL, which makes no call.
 */
public final class GuardedValue {
  private static final int OPERANDS = 3;

  private GuardedValue() {}

  /** The value where the condition is TRUE. */
  public static RexNode of(RexNode condition, RexNode value, RexBuilder rexBuilder) {
    return condition.isAlwaysTrue()
        ? value
        : rexBuilder.makeCall(
            SqlStdOperatorTable.CASE,
            condition,
            value,
            rexBuilder.makeNullLiteral(value.getType()));
  }

  /** The value that calls are made with, if any are made. */
  public static RexNode bare(RexNode value) {
    return value.isA(SqlKind.CASE)
            && value instanceof RexCall choice
            && choice.getOperands().size() == OPERANDS
            && RexUtil.isNullLiteral(choice.getOperands().get(2), true)
        ? bare(choice.getOperands().get(1))
        : value;
  }
}
