package dev.imago.calcite.direct;

import java.util.List;
import java.util.Optional;
import org.apache.calcite.DataContext;
import org.apache.calcite.sql.SqlKind;
import org.jspecify.annotations.Nullable;

/** SQL's three-valued logic, and the tests for NULL. */
final class Truth {
  private Truth() {}

  /** The operator over its operands; empty when it is another one. */
  static Optional<RowExpression> of(SqlKind operator, List<RowExpression> operands) {
    return switch (operator) {
      case AND -> Optional.of((row, context) -> decided(operands, false, row, context));
      case OR -> Optional.of((row, context) -> decided(operands, true, row, context));
      case NOT -> Optional.of(not(operands.get(0)));
      case IS_NULL -> Optional.of(is(operands.get(0), null, true));
      case IS_NOT_NULL -> Optional.of(is(operands.get(0), null, false));
      case IS_TRUE -> Optional.of(is(operands.get(0), true, true));
      case IS_NOT_TRUE -> Optional.of(is(operands.get(0), true, false));
      case IS_FALSE -> Optional.of(is(operands.get(0), false, true));
      case IS_NOT_FALSE -> Optional.of(is(operands.get(0), false, false));
      default -> Optional.empty();
    };
  }

  /** One operand decides it; else an unknown one makes it unknown. */
  private static @Nullable Boolean decided(
      List<RowExpression> operands, boolean decisive, @Nullable Object[] row, DataContext context) {
    boolean isKnown = true;
    for (RowExpression operand : operands) {
      Object value = operand.value(row, context);
      if (value == null) {
        isKnown = false;
      } else if (value.equals(decisive)) {
        return decisive;
      }
    }
    return isKnown ? !decisive : null;
  }

  private static RowExpression not(RowExpression operand) {
    return (row, context) -> {
      Object value = operand.value(row, context);
      return value == null ? null : value.equals(false);
    };
  }

  private static RowExpression is(
      RowExpression operand, @Nullable Boolean tested, boolean expected) {
    return (row, context) -> {
      Object value = operand.value(row, context);
      return (value == null ? tested == null : value.equals(tested)) == expected;
    };
  }
}
