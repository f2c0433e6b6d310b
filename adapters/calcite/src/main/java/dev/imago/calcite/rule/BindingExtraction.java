package dev.imago.calcite.rule;

import dev.imago.calcite.rel.BindingSet;
import dev.imago.calcite.rel.ColumnExpressions;
import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.ColumnSource;
import dev.imago.core.description.TableDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUnknownAs;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.util.Sarg;

/**
 * Reads bindings out of a condition: {@code =}, {@code IN}, and OR and AND of those, over the
 * columns that a call can be made with.
 */
final class BindingExtraction {
  private final TableDescription table;
  private final List<ColumnDescription> columns;
  private final List<RelDataType> types;
  private final RexBuilder rexBuilder;

  /**
   * @param columns the columns of the scan's row, by index
   * @param types their types
   */
  BindingExtraction(
      TableDescription table,
      List<ColumnDescription> columns,
      List<RelDataType> types,
      RexBuilder rexBuilder) {
    this.table = table;
    this.columns = columns;
    this.types = types;
    this.rexBuilder = rexBuilder;
  }

  /**
   * What a condition binds.
   *
   * @param exact whether the bindings say all that the condition says
   */
  record Extraction(BindingSet bindings, boolean exact) {}

  /** The alternatives that a condition allows; empty when it binds nothing. */
  Optional<Extraction> extract(RexNode condition) {
    return switch (condition.getKind()) {
      case EQUALS -> equality((RexCall) condition);
      case SEARCH -> search((RexCall) condition);
      case AND -> conjunction(((RexCall) condition).getOperands());
      case OR -> disjunction(((RexCall) condition).getOperands());
      default -> Optional.empty();
    };
  }

  private Optional<Extraction> equality(RexCall call) {
    RexNode left = call.getOperands().get(0);
    RexNode right = call.getOperands().get(1);
    return equality(left, right).or(() -> equality(right, left));
  }

  private Optional<Extraction> equality(RexNode column, RexNode value) {
    return bindableColumn(column)
        .filter(index -> needsNoRow(value))
        .flatMap(
            index ->
                valueFor(index, value)
                    .map(v -> new Extraction(BindingSet.of(name(index), List.of(v)), true)));
  }

  /** A literal, a {@code ?}, a column of an outer query's row, or a function of those. */
  private static boolean needsNoRow(RexNode value) {
    return RexUtil.isDeterministic(value) && RelOptUtil.InputFinder.bits(value).isEmpty();
  }

  /** {@code column IN (points)}: a Sarg whose every range is one value. */
  private Optional<Extraction> search(RexCall call) {
    Optional<Integer> column = bindableColumn(call.getOperands().get(0));
    RexLiteral literal = (RexLiteral) call.getOperands().get(1);
    Sarg<?> sarg = literal.getValueAs(Sarg.class);
    if (column.isEmpty() || sarg == null || !sarg.isPoints() || sarg.nullAs == RexUnknownAs.TRUE) {
      return Optional.empty();
    }
    List<RexNode> values = new ArrayList<>();
    for (var range : sarg.rangeSet.asRanges()) {
      RexNode point = rexBuilder.makeLiteral(range.lowerEndpoint(), literal.getType(), false);
      Optional<RexNode> value = valueFor(column.get(), point);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(value.get());
    }
    return Optional.of(new Extraction(BindingSet.of(name(column.get()), values), true));
  }

  /** What binds nothing is left to the filter. */
  private Optional<Extraction> conjunction(List<RexNode> operands) {
    BindingSet bindings = BindingSet.UNBOUND;
    boolean exact = true;
    for (RexNode operand : operands) {
      Optional<Extraction> part = extract(operand);
      Optional<BindingSet> both = part.map(Extraction::bindings).flatMap(bindings::and);
      exact &= both.isPresent() && part.get().exact();
      bindings = both.orElse(bindings);
    }
    return bindings.equals(BindingSet.UNBOUND)
        ? Optional.empty()
        : Optional.of(new Extraction(bindings, exact));
  }

  /** One alternative that binds nothing leaves the whole unbound. */
  private Optional<Extraction> disjunction(List<RexNode> operands) {
    Extraction all = null;
    for (RexNode operand : operands) {
      Optional<Extraction> part = extract(operand);
      if (part.isEmpty()) {
        return Optional.empty();
      }
      all = all == null ? part.get() : either(all, part.get());
    }
    return Optional.ofNullable(all)
        .filter(e -> !e.bindings().columns().isEmpty())
        .filter(e -> e.bindings().bindings().size() <= BindingSet.MOST);
  }

  private static Extraction either(Extraction a, Extraction b) {
    boolean sameColumns = a.bindings().columns().equals(b.bindings().columns());
    return new Extraction(a.bindings().or(b.bindings()), a.exact() && b.exact() && sameColumns);
  }

  /** The column that the expression shows unchanged, if a call can be made with it. */
  private Optional<Integer> bindableColumn(RexNode expression) {
    Optional<RexInputRef> plain = ColumnExpressions.plain(expression);
    if (plain.isEmpty()) {
      return Optional.empty();
    }
    int index = plain.get().getIndex();
    ColumnDescription column = columns.get(index);
    boolean bindable =
        table.parameter(column.name()).isPresent()
            || column.resource().isPresent()
            || column.source() instanceof ColumnSource.Constant;
    return bindable && ColumnExpressions.isComparable(expression.getType(), types.get(index))
        ? Optional.of(index)
        : Optional.empty();
  }

  /** The value as one expression for all equal values; empty when it has another type. */
  private Optional<RexNode> valueFor(int column, RexNode value) {
    if (!ColumnExpressions.isComparable(value.getType(), types.get(column))) {
      return Optional.empty();
    }
    if (value instanceof RexLiteral literal && SqlTypeUtil.inCharFamily(literal.getType())) {
      String text = literal.getValueAs(String.class);
      return Optional.ofNullable(text).map(rexBuilder::makeLiteral);
    }
    return Optional.of(value);
  }

  /** The name that the column has in a binding: that of the parameter which it is equal to. */
  private String name(int column) {
    String name = columns.get(column).name();
    return table.parameter(name).orElse(name);
  }
}
