package dev.imago.calcite.rel;

import java.util.Optional;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeUtil;

/** Expressions that are a column, and values that may stand in for one. */
public final class ColumnExpressions {
  private ColumnExpressions() {}

  /** The column that an expression shows unchanged. */
  public static Optional<RexInputRef> plain(RexNode expression) {
    RexNode bare = expression;
    while (bare.isA(SqlKind.CAST) && RexUtil.isLosslessCast(bare)) {
      bare = ((RexCall) bare).getOperands().get(0);
    }
    return bare instanceof RexInputRef ref ? Optional.of(ref) : Optional.empty();
  }

  /**
   * Whether equal values of the two types are equal Java objects: text with text, any other type
   * only with itself.
   */
  public static boolean isComparable(RelDataType one, RelDataType other) {
    return SqlTypeUtil.inCharFamily(one)
        ? SqlTypeUtil.inCharFamily(other)
        : SqlTypeUtil.equalSansNullability(one, other);
  }
}
