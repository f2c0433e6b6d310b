package dev.imago.calcite.rel;

import java.math.BigDecimal;
import java.util.Optional;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.type.SqlTypeName;

/** Literals as the values that calls are made with. */
public final class LiteralValue {
  private LiteralValue() {}

  /** The value; empty when it is NULL, or not known before the statement runs. */
  public static Optional<Object> of(RexNode value) {
    return value instanceof RexLiteral literal
        ? Optional.ofNullable(literal.getValueAs(javaClass(literal.getType().getSqlTypeName())))
        : Optional.empty();
  }

  private static Class<?> javaClass(SqlTypeName type) {
    return switch (type) {
      case CHAR, VARCHAR -> String.class;
      case INTEGER -> Integer.class;
      case BIGINT -> Long.class;
      case BOOLEAN -> Boolean.class;
      case TIMESTAMP -> Long.class;
      default -> BigDecimal.class;
    };
  }
}
