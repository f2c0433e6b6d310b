package dev.imago.calcite.direct;

import dev.imago.calcite.exec.ValueSet;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexFieldAccess;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.runtime.SqlFunctions;
import org.apache.calcite.runtime.SqlFunctions.LikeFunction;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;

/**
 * Makes simple expressions runnable: columns, fields, literals, {@code ?}, comparisons and what
 * puts them together. None of them can fail. Whatever is not surely what the generated code does is
 * left to it.
 */
final class RowExpressions {
  private final RexBuilder rexBuilder;

  RowExpressions(RexBuilder rexBuilder) {
    this.rexBuilder = rexBuilder;
  }

  /** The expressions; empty when one is left to generated code. */
  Optional<List<RowExpression>> ofAll(List<RexNode> nodes) {
    List<RowExpression> expressions = new ArrayList<>();
    for (RexNode node : nodes) {
      Optional<RowExpression> expression = of(node);
      if (expression.isEmpty()) {
        return Optional.empty();
      }
      expressions.add(expression.get());
    }
    return Optional.of(expressions);
  }

  /** The expression; empty when it is left to generated code. */
  Optional<RowExpression> of(RexNode node) {
    if (node instanceof RexInputRef column) {
      int index = column.getIndex();
      return Optional.of((row, context) -> row[index]);
    }
    if (node instanceof RexLiteral literal) {
      return literal(literal);
    }
    if (node instanceof RexDynamicParam parameter) {
      return parameter(parameter);
    }
    if (node instanceof RexFieldAccess access) {
      return field(access);
    }
    return node instanceof RexCall call ? call(call) : Optional.empty();
  }

  private static Optional<RowExpression> literal(RexLiteral literal) {
    if (literal.isNull()) {
      return Optional.of((row, context) -> null);
    }
    return value(literal).map(value -> (row, context) -> value);
  }

  private static Optional<Object> value(RexLiteral literal) {
    RelDataType type = literal.getType();
    return switch (type.getSqlTypeName()) {
      case CHAR, VARCHAR -> Optional.ofNullable(literal.getValueAs(String.class));
      case BOOLEAN -> Optional.ofNullable(literal.getValueAs(Boolean.class));
      case INTEGER, DATE, TIME -> Optional.ofNullable(literal.getValueAs(Integer.class));
      case BIGINT, TIMESTAMP -> Optional.ofNullable(literal.getValueAs(Long.class));
      case DECIMAL ->
          Optional.ofNullable(literal.getValueAs(BigDecimal.class))
              .map(number -> number.setScale(type.getScale(), RoundingMode.UNNECESSARY));
      default -> Optional.empty();
    };
  }

  private static Optional<RowExpression> parameter(RexDynamicParam parameter) {
    String name = "?" + parameter.getIndex();
    return switch (parameter.getType().getSqlTypeName()) {
      case INTEGER ->
          Optional.of(
              (row, context) -> context.get(name) instanceof Number n ? n.intValue() : null);
      case BIGINT ->
          Optional.of(
              (row, context) -> context.get(name) instanceof Number n ? n.longValue() : null);
      case VARCHAR ->
          isUnbounded(parameter.getType())
              ? Optional.of((row, context) -> context.get(name))
              : Optional.empty();
      case BOOLEAN, TIMESTAMP, DATE, TIME -> Optional.of((row, context) -> context.get(name));
      default -> Optional.empty();
    };
  }

  private Optional<RowExpression> field(RexFieldAccess access) {
    int index = access.getField().getIndex();
    String name = access.getField().getName();
    return of(access.getReferenceExpr())
        .map(
            holder ->
                (row, context) ->
                    SqlFunctions.structAccess(holder.value(row, context), index, name));
  }

  private Optional<RowExpression> call(RexCall call) {
    if (call.getOperator().getName().equals(ValueSet.FUNCTION)) {
      return ofAll(call.getOperands().subList(0, 1)).map(value -> inList(call, value.get(0)));
    }
    return switch (call.getKind()) {
      case SEARCH -> of(RexUtil.expandSearch(rexBuilder, null, call));
      case CAST -> cast(call);
      case LIKE -> like(call);
      case CASE -> choice(call);
      case ITEM -> entry(call);
      case EQUALS, NOT_EQUALS, LESS_THAN, LESS_THAN_OR_EQUAL, GREATER_THAN, GREATER_THAN_OR_EQUAL ->
          ofAll(call.getOperands())
              .flatMap(operands -> Comparisons.of(call, operands.get(0), operands.get(1)));
      default -> ofAll(call.getOperands()).flatMap(operands -> Truth.of(call.getKind(), operands));
    };
  }

  /** The set travels like a parameter. */
  private static RowExpression inList(RexCall call, RowExpression value) {
    String set = "?" + ((RexDynamicParam) call.getOperands().get(1)).getIndex();
    return (row, context) ->
        ValueSet.contains(value.value(row, context), Objects.requireNonNull(context.get(set)));
  }

  /** A conversion that changes nothing, or makes a whole number wider. */
  private Optional<RowExpression> cast(RexCall call) {
    RexNode operand = call.getOperands().get(0);
    RelDataType from = operand.getType();
    RelDataType to = call.getType();
    if (SqlTypeUtil.equalSansNullability(from, to)
        || (SqlTypeUtil.inCharFamily(from) && isUnbounded(to))) {
      return of(operand);
    }
    return from.getSqlTypeName() == SqlTypeName.INTEGER && to.getSqlTypeName() == SqlTypeName.BIGINT
        ? of(operand)
            .map(
                value ->
                    (row, context) ->
                        value.value(row, context) instanceof Integer whole
                            ? whole.longValue()
                            : null)
        : Optional.empty();
  }

  private static boolean isUnbounded(RelDataType type) {
    return type.getSqlTypeName() == SqlTypeName.VARCHAR
        && type.getPrecision() == RelDataType.PRECISION_NOT_SPECIFIED;
  }

  /** Without ESCAPE, which can be wrong. */
  private Optional<RowExpression> like(RexCall call) {
    if (!call.getOperator().equals(SqlStdOperatorTable.LIKE) || call.getOperands().size() != 2) {
      return Optional.empty();
    }
    LikeFunction like = new LikeFunction();
    return ofAll(call.getOperands())
        .map(
            operands ->
                (row, context) ->
                    (operands.get(0).value(row, context) instanceof String text
                            && operands.get(1).value(row, context) instanceof String pattern)
                        ? like.like(text, pattern)
                        : null);
  }

  /** An entry of a map. An index beyond an array can be an error. */
  private Optional<RowExpression> entry(RexCall call) {
    if (call.getOperands().get(0).getType().getSqlTypeName() != SqlTypeName.MAP) {
      return Optional.empty();
    }
    return ofAll(call.getOperands())
        .map(
            operands ->
                (row, context) ->
                    (operands.get(0).value(row, context) instanceof Map<?, ?> map
                            && operands.get(1).value(row, context) instanceof String key)
                        ? map.get(key)
                        : null);
  }

  /** CASE whose results need no conversion. */
  private Optional<RowExpression> choice(RexCall call) {
    List<RexNode> operands = call.getOperands();
    for (int i = 0; i < operands.size(); i++) {
      boolean isResult = i % 2 == 1 || i == operands.size() - 1;
      if (isResult && !isOfType(operands.get(i), call.getType())) {
        return Optional.empty();
      }
    }
    return ofAll(operands).map(RowExpressions::choice);
  }

  private static boolean isOfType(RexNode result, RelDataType type) {
    return RexUtil.isNullLiteral(result, true)
        || result.getType().getSqlTypeName() == type.getSqlTypeName();
  }

  private static RowExpression choice(List<RowExpression> operands) {
    return (row, context) -> {
      for (int i = 0; i + 1 < operands.size(); i += 2) {
        if (Boolean.TRUE.equals(operands.get(i).value(row, context))) {
          return operands.get(i + 1).value(row, context);
        }
      }
      return operands.get(operands.size() - 1).value(row, context);
    };
  }
}
