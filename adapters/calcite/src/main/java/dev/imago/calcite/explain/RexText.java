package dev.imago.calcite.explain;

import dev.imago.calcite.exec.ValueSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexCorrelVariable;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexFieldAccess;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexUnknownAs;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlBinaryOperator;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlPostfixOperator;
import org.apache.calcite.sql.SqlPrefixOperator;
import org.apache.calcite.sql.SqlSyntax;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.util.DateString;
import org.apache.calcite.util.NlsString;
import org.apache.calcite.util.Sarg;
import org.apache.calcite.util.TimeString;
import org.apache.calcite.util.TimestampString;

/** Prints expressions as SQL, with the names of columns. */
final class RexText {
  private static final Set<SqlKind> LOGIC = Set.of(SqlKind.AND, SqlKind.OR);

  private final List<String> columns;
  private final LeftRows lefts;
  private final RexBuilder rexBuilder;

  /**
   * A printer of expressions over one row.
   *
   * @param columns the names of the row's columns
   * @param lefts the names of the left rows of the joins above
   */
  RexText(List<String> columns, LeftRows lefts, RexBuilder rexBuilder) {
    this.columns = columns;
    this.lefts = lefts;
    this.rexBuilder = rexBuilder;
  }

  String of(RexNode node) {
    if (node instanceof RexInputRef ref) {
      return columns.get(ref.getIndex());
    }
    if (node instanceof RexLiteral literal) {
      return literal(literal);
    }
    if (node instanceof RexDynamicParam parameter) {
      // As JDBC counts.
      return "?" + (parameter.getIndex() + 1);
    }
    if (node instanceof RexFieldAccess access) {
      return access.getReferenceExpr() instanceof RexCorrelVariable left
          ? "<" + lefts.name(left.id) + "." + access.getField().getName() + ">"
          : of(access.getReferenceExpr()) + "." + access.getField().getName();
    }
    return node instanceof RexCall call && !(node instanceof RexOver)
        ? call(call)
        : node.toString();
  }

  private static String literal(RexLiteral literal) {
    if (literal.isNull()) {
      return "NULL";
    }
    return switch (literal.getTypeName()) {
      case CHAR -> quoted(String.valueOf(literal.getValueAs(String.class)));
      case DATE -> "DATE '" + literal.getValueAs(DateString.class) + "'";
      case TIME -> "TIME '" + literal.getValueAs(TimeString.class) + "'";
      case TIMESTAMP -> "TIMESTAMP '" + literal.getValueAs(TimestampString.class) + "'";
      default -> String.valueOf(literal.getValue());
    };
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private String call(RexCall call) {
    List<RexNode> operands = call.getOperands();
    return switch (call.getKind()) {
      case SEARCH -> list(call).orElseGet(() -> of(shown(call)));
      case CAST, SAFE_CAST -> cast(call);
      case CASE -> caseOf(operands);
      case ITEM -> operand(operands.get(0), call) + "[" + of(operands.get(1)) + "]";
      case NOT -> "NOT (" + of(operands.get(0)) + ")";
      case LIKE, SIMILAR -> infix(call);
      // The difference of two times is computed as a number.
      case REINTERPRET -> of(shown(call));
      default -> byOperator(call);
    };
  }

  private String byOperator(RexCall call) {
    List<RexNode> operands = call.getOperands();
    String name = call.getOperator().getName();
    boolean isInfix = call.getOperator() instanceof SqlBinaryOperator || call.isA(SqlKind.MINUS);
    if (isInfix && operands.size() > 1) {
      return infix(call);
    }
    if (call.getOperator() instanceof SqlPostfixOperator) {
      return operand(operands.get(0), call) + " " + name;
    }
    if (call.getOperator() instanceof SqlPrefixOperator) {
      return name + operand(operands.get(0), call);
    }
    if (name.equals(ValueSet.FUNCTION)) {
      return operand(operands.get(0), call) + " IN (a long list)";
    }
    if (call.getOperator().getSyntax() == SqlSyntax.FUNCTION_ID && operands.isEmpty()) {
      return name;
    }
    return name + operands.stream().map(this::of).collect(Collectors.joining(", ", "(", ")"));
  }

  private String infix(RexCall call) {
    return call.getOperands().stream()
        .map(operand -> operand(operand, call))
        .collect(Collectors.joining(" " + sign(call) + " "));
  }

  /** The division of whole numbers has a name of its own. */
  private static String sign(RexCall call) {
    return call.getKind() == SqlKind.DIVIDE ? "/" : call.getOperator().getName();
  }

  /** In parentheses where the text alone would not say what belongs together. */
  private String operand(RexNode node, RexCall user) {
    RexNode shown = shown(node);
    String text = of(shown);
    return isCompound(shown, user) ? "(" + text + ")" : text;
  }

  /** What stands in the text for an expression. */
  private RexNode shown(RexNode node) {
    if (node instanceof RexCall call) {
      if (call.isA(SqlKind.REINTERPRET)) {
        return shown(call.getOperands().get(0));
      }
      if (call.isA(SqlKind.SEARCH) && list(call).isEmpty()) {
        return expanded(call);
      }
    }
    return node;
  }

  private static boolean isCompound(RexNode node, RexCall user) {
    if (!(node instanceof RexCall call)) {
      return false;
    }
    if (LOGIC.contains(user.getKind())) {
      return LOGIC.contains(call.getKind()) && call.getKind() != user.getKind();
    }
    if (user.isA(SqlKind.COMPARISON) && call.isA(SqlKind.BINARY_ARITHMETIC)) {
      return false;
    }
    return call.getOperator() instanceof SqlBinaryOperator
        || call.getOperator() instanceof SqlPostfixOperator
        || call.isA(SqlKind.MINUS)
        || call.isA(SqlKind.SEARCH)
        || call.isA(SqlKind.LIKE);
  }

  /** A search for single values, or for all but single values, as a list of them. */
  private Optional<String> list(RexCall search) {
    RexNode operand = search.getOperands().get(0);
    RexLiteral literal = (RexLiteral) search.getOperands().get(1);
    Sarg<?> sarg = literal.getValueAs(Sarg.class);
    if (sarg == null || sarg.nullAs != RexUnknownAs.UNKNOWN || sarg.pointCount < 2) {
      return Optional.empty();
    }
    boolean isNegated = sarg.isComplementedPoints();
    if (!isNegated && !sarg.isPoints()) {
      return Optional.empty();
    }
    Sarg<?> points = isNegated ? sarg.negate() : sarg;
    List<String> values = new ArrayList<>();
    // The class of the values is not known, and Java infers no lambda's parameter from it.
    for (var range : points.rangeSet.asRanges()) {
      values.add(value(range.lowerEndpoint(), literal.getType()));
    }
    return Optional.of(
        operand(operand, search) + (isNegated ? " NOT IN " : " IN ") + ValueList.of(values));
  }

  private String value(Object value, RelDataType type) {
    return value instanceof NlsString text
        ? quoted(text.getValue())
        : of(rexBuilder.makeLiteral(value, type, true, true));
  }

  private RexNode expanded(RexCall search) {
    return RexUtil.expandSearch(rexBuilder, null, search);
  }

  private String caseOf(List<RexNode> operands) {
    StringBuilder text = new StringBuilder("CASE");
    int last = operands.size() - 1;
    for (int i = 0; i < last; i += 2) {
      text.append(" WHEN ").append(of(operands.get(i)));
      text.append(" THEN ").append(of(operands.get(i + 1)));
    }
    return text.append(" ELSE ").append(of(operands.get(last))).append(" END").toString();
  }

  /** A cast that changes no value is not shown. */
  private String cast(RexCall cast) {
    RexNode operand = cast.getOperands().get(0);
    RelDataType from = operand.getType();
    RelDataType to = cast.getType();
    boolean isSame =
        from.getSqlTypeName() == to.getSqlTypeName()
            || (SqlTypeUtil.inCharFamily(from) && SqlTypeUtil.inCharFamily(to));
    return isSame ? of(operand) : "CAST(" + of(operand) + " AS " + to.getSqlTypeName() + ")";
  }
}
