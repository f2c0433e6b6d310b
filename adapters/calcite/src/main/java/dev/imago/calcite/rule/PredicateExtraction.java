package dev.imago.calcite.rule;

import com.google.common.collect.BoundType;
import com.google.common.collect.Range;
import dev.imago.calcite.rel.ColumnExpressions;
import dev.imago.core.description.Comparison;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUnknownAs;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.util.Sarg;

/**
 * Reads comparisons of one column with values that no row is needed for out of a condition. What it
 * finds says the same as the condition.
 */
final class PredicateExtraction {
  private final RexBuilder rexBuilder;

  PredicateExtraction(RexBuilder rexBuilder) {
    this.rexBuilder = rexBuilder;
  }

  /**
   * One comparison.
   *
   * @param column the column's index
   * @param values one unless the comparison is {@link Comparison#EQUAL}
   */
  record Found(int column, Comparison comparison, List<RexNode> values) {}

  /** The comparisons that say together what the condition says; none when there are no such. */
  List<Found> extract(RexNode condition) {
    return switch (condition.getKind()) {
      case INPUT_REF, IS_TRUE -> flag(operand(condition), true);
      case NOT, IS_FALSE -> flag(operand(condition), false);
      case EQUALS -> comparison((RexCall) condition, Comparison.EQUAL, Comparison.EQUAL);
      case LESS_THAN -> comparison((RexCall) condition, Comparison.LESS, Comparison.GREATER);
      case LESS_THAN_OR_EQUAL ->
          comparison((RexCall) condition, Comparison.LESS_OR_EQUAL, Comparison.GREATER_OR_EQUAL);
      case GREATER_THAN -> comparison((RexCall) condition, Comparison.GREATER, Comparison.LESS);
      case GREATER_THAN_OR_EQUAL ->
          comparison((RexCall) condition, Comparison.GREATER_OR_EQUAL, Comparison.LESS_OR_EQUAL);
      case SEARCH -> search((RexCall) condition);
      case OR -> disjunction(((RexCall) condition).getOperands());
      default -> List.of();
    };
  }

  private static RexNode operand(RexNode condition) {
    return condition instanceof RexCall call ? call.getOperands().get(0) : condition;
  }

  /** A boolean column that stands for itself. */
  private List<Found> flag(RexNode column, boolean value) {
    return column instanceof RexInputRef ref
            && ref.getType().getSqlTypeName() == SqlTypeName.BOOLEAN
        ? List.of(
            new Found(ref.getIndex(), Comparison.EQUAL, List.of(rexBuilder.makeLiteral(value))))
        : List.of();
  }

  private List<Found> comparison(RexCall call, Comparison comparison, Comparison mirrored) {
    RexNode left = call.getOperands().get(0);
    RexNode right = call.getOperands().get(1);
    return comparison(left, comparison, right)
        .or(() -> comparison(right, mirrored, left))
        .map(List::of)
        .orElse(List.of());
  }

  private Optional<Found> comparison(RexNode column, Comparison comparison, RexNode value) {
    return ColumnExpressions.lossless(column)
        .filter(ref -> RexUtil.isConstant(value) && isComparable(ref.getType(), value.getType()))
        .map(ref -> new Found(ref.getIndex(), comparison, List.of(unpadded(value))));
  }

  /** A text's type says how long it is; only the text counts. */
  private RexNode unpadded(RexNode value) {
    if (value instanceof RexLiteral literal && SqlTypeUtil.inCharFamily(literal.getType())) {
      String text = literal.getValueAs(String.class);
      return text == null ? value : rexBuilder.makeLiteral(text);
    }
    return value;
  }

  /** A list of values, or one range. */
  private List<Found> search(RexCall call) {
    Optional<RexInputRef> column = ColumnExpressions.lossless(call.getOperands().get(0));
    RexLiteral literal = (RexLiteral) call.getOperands().get(1);
    Sarg<?> sarg = literal.getValueAs(Sarg.class);
    if (column.isEmpty()
        || sarg == null
        || sarg.nullAs == RexUnknownAs.TRUE
        || !isComparable(column.get().getType(), literal.getType())) {
      return List.of();
    }
    int index = column.get().getIndex();
    List<RexNode> points = new ArrayList<>();
    List<Found> bounds = new ArrayList<>();
    for (Range<?> range : sarg.rangeSet.asRanges()) {
      if (sarg.isPoints()) {
        points.add(literal(range.lowerEndpoint(), literal.getType()));
      } else {
        bounds.addAll(bounds(index, range, literal.getType()));
      }
    }
    if (!points.isEmpty()) {
      return List.of(new Found(index, Comparison.EQUAL, points));
    }
    return sarg.rangeSet.asRanges().size() == 1 ? bounds : List.of();
  }

  private List<Found> bounds(int column, Range<?> range, RelDataType type) {
    List<Found> bounds = new ArrayList<>();
    if (range.hasLowerBound()) {
      boolean isOpen = range.lowerBoundType() == BoundType.OPEN;
      bounds.add(
          new Found(
              column,
              isOpen ? Comparison.GREATER : Comparison.GREATER_OR_EQUAL,
              List.of(literal(range.lowerEndpoint(), type))));
    }
    if (range.hasUpperBound()) {
      boolean isOpen = range.upperBoundType() == BoundType.OPEN;
      bounds.add(
          new Found(
              column,
              isOpen ? Comparison.LESS : Comparison.LESS_OR_EQUAL,
              List.of(literal(range.upperEndpoint(), type))));
    }
    return bounds;
  }

  private RexNode literal(Object value, RelDataType type) {
    return unpadded(rexBuilder.makeLiteral(value, type, false));
  }

  /** Lists of values of one column are one list. */
  private List<Found> disjunction(List<RexNode> operands) {
    Set<Integer> columns = new HashSet<>();
    List<RexNode> values = new ArrayList<>();
    for (RexNode operand : operands) {
      List<Found> found = extract(operand);
      if (found.size() != 1 || found.get(0).comparison() != Comparison.EQUAL) {
        return List.of();
      }
      columns.add(found.get(0).column());
      values.addAll(found.get(0).values());
    }
    return columns.size() == 1
        ? List.of(new Found(columns.iterator().next(), Comparison.EQUAL, values))
        : List.of();
  }

  /**
   * Text with text, flags with flags, points in time with each other, and exact numbers, which
   * compare alike in every type.
   */
  private static boolean isComparable(RelDataType a, RelDataType b) {
    return (SqlTypeUtil.inCharFamily(a) && SqlTypeUtil.inCharFamily(b))
        || (SqlTypeUtil.isExactNumeric(a) && SqlTypeUtil.isExactNumeric(b))
        || (SqlTypeUtil.inBooleanFamily(a) && SqlTypeUtil.inBooleanFamily(b))
        || (isTimestamp(a) && isTimestamp(b));
  }

  private static boolean isTimestamp(RelDataType type) {
    return type.getSqlTypeName() == SqlTypeName.TIMESTAMP;
  }
}
