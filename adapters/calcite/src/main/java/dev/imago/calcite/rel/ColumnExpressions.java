package dev.imago.calcite.rel;

import java.util.Optional;
import java.util.function.Predicate;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;

/** Expressions that are a column, and values that may stand in for one. */
public final class ColumnExpressions {
  private ColumnExpressions() {}

  /** The column that an expression shows unchanged: its values are the column's Java objects. */
  public static Optional<RexInputRef> plain(RexNode expression) {
    return under(expression, ColumnExpressions::isUnchanged);
  }

  /**
   * The column that an expression shows with no value lost, perhaps in another type: a number as a
   * wider one, or as text. What the expression equals is no value of the column then, if the types
   * differ.
   */
  public static Optional<RexInputRef> lossless(RexNode expression) {
    return under(expression, RexUtil::isLosslessCast);
  }

  private static Optional<RexInputRef> under(RexNode expression, Predicate<RexNode> cast) {
    RexNode bare = expression;
    while (bare.isA(SqlKind.CAST) && cast.test(bare)) {
      bare = ((RexCall) bare).getOperands().get(0);
    }
    return bare instanceof RexInputRef ref ? Optional.of(ref) : Optional.empty();
  }

  /** To Calcite a number is not changed by becoming text, nor is text by becoming longer CHAR. */
  private static boolean isUnchanged(RexNode cast) {
    RelDataType from = ((RexCall) cast).getOperands().get(0).getType();
    RelDataType to = cast.getType();
    return RexUtil.isLosslessCast(cast)
        && (SqlTypeUtil.equalSansNullability(from, to)
            || (SqlTypeUtil.inCharFamily(from) && to.getSqlTypeName() == SqlTypeName.VARCHAR));
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
