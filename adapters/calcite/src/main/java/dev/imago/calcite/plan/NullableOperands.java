package dev.imago.calcite.plan;

import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;

/**
 * Lets operands of conditions be NULL again. Calcite writes {@code a <> COALESCE(b, a)} as {@code b
 * IS NOT NULL AND a <> CAST(b AS INTEGER NOT NULL)}, then drops the first part, because a
 * comparison with NULL is not true; but with the cast the code takes NULL for a value, and the row
 * stays.
 */
final class NullableOperands extends RexShuttle {
  private final RexBuilder rexBuilder;

  NullableOperands(RexBuilder rexBuilder) {
    this.rexBuilder = rexBuilder;
  }

  @Override
  public RexNode visitCall(RexCall call) {
    RexNode visited = super.visitCall(call);
    if (isOnlyNotNull(visited)) {
      return ((RexCall) visited).getOperands().get(0);
    }
    return visited instanceof RexCall changed && !changed.equals(call)
        ? nullable(changed)
        : visited;
  }

  /** A cast that says nothing but NOT NULL, of what may be NULL. */
  private boolean isOnlyNotNull(RexNode node) {
    return node.isA(SqlKind.CAST)
        && RexUtil.isLosslessCast(node)
        && node.getType().equals(notNull(((RexCall) node).getOperands().get(0).getType()));
  }

  private RelDataType notNull(RelDataType type) {
    return rexBuilder.getTypeFactory().createTypeWithNullability(type, false);
  }

  private RexNode nullable(RexCall call) {
    RelDataTypeFactory typeFactory = rexBuilder.getTypeFactory();
    return call.clone(
        typeFactory.createTypeWithNullability(call.getType(), true), call.getOperands());
  }
}
