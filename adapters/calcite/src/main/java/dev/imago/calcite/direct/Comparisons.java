package dev.imago.calcite.direct;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;

/** Comparisons of texts, whole numbers, truth values and points in time. Unknown for NULL. */
final class Comparisons {
  private static final Comparator<Object> TEXTS = Comparator.comparing(String.class::cast);
  private static final Comparator<Object> BOOLEANS = Comparator.comparing(Boolean.class::cast);
  private static final Comparator<Object> LONGS =
      Comparator.comparingLong(value -> ((Number) value).longValue());
  private static final Comparator<Object> DECIMALS = Comparator.comparing(Comparisons::decimal);

  private Comparisons() {}

  /** The comparison; empty when its operands are of other types, or of types that differ. */
  static Optional<RowExpression> of(RexCall call, RowExpression left, RowExpression right) {
    IntPredicate holds = holds(call.getKind());
    return order(call.getOperands().get(0).getType(), call.getOperands().get(1).getType())
        .map(
            order ->
                (row, context) -> {
                  Object first = left.value(row, context);
                  Object second = right.value(row, context);
                  if (first == null || second == null) {
                    return null;
                  }
                  return holds.test(order.compare(first, second));
                });
  }

  private static IntPredicate holds(SqlKind comparison) {
    return switch (comparison) {
      case EQUALS -> order -> order == 0;
      case NOT_EQUALS -> order -> order != 0;
      case LESS_THAN -> order -> order < 0;
      case LESS_THAN_OR_EQUAL -> order -> order <= 0;
      case GREATER_THAN -> order -> order > 0;
      case GREATER_THAN_OR_EQUAL -> order -> order >= 0;
      default -> throw new IllegalArgumentException(comparison + " is no comparison");
    };
  }

  private static Optional<Comparator<Object>> order(RelDataType left, RelDataType right) {
    if (SqlTypeUtil.inCharFamily(left) && SqlTypeUtil.inCharFamily(right)) {
      return Optional.of(TEXTS);
    }
    if (isWhole(left) && isWhole(right)) {
      return Optional.of(isDecimal(left) || isDecimal(right) ? DECIMALS : LONGS);
    }
    return left.getSqlTypeName() != right.getSqlTypeName()
        ? Optional.empty()
        : switch (left.getSqlTypeName()) {
          case BOOLEAN -> Optional.of(BOOLEANS);
          case TIMESTAMP, DATE, TIME -> Optional.of(LONGS);
          default -> Optional.empty();
        };
  }

  private static boolean isWhole(RelDataType type) {
    return SqlTypeUtil.isExactNumeric(type) && type.getScale() == 0;
  }

  private static boolean isDecimal(RelDataType type) {
    return type.getSqlTypeName() == SqlTypeName.DECIMAL;
  }

  private static BigDecimal decimal(Object number) {
    return number instanceof BigDecimal decimal
        ? decimal
        : BigDecimal.valueOf(((Number) number).longValue());
  }
}
