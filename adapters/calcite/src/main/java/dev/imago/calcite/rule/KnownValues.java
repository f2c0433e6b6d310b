package dev.imago.calcite.rule;

import dev.imago.calcite.rel.Binding;
import dev.imago.calcite.rel.LiteralValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.calcite.DataContext;
import org.apache.calcite.DataContexts;
import org.apache.calcite.linq4j.function.Function1;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexCorrelVariable;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexExecutorImpl;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexVisitorImpl;
import org.apache.calcite.util.Sarg;
import org.jspecify.annotations.Nullable;

/**
 * Decides a condition over columns whose values are known when the statement is planned. The
 * condition becomes code once, which then runs for each choice of values.
 */
final class KnownValues {
  /** The name by which code that Calcite makes from an expression asks for the row. */
  private static final String ROW = "inputRecord";

  /** Code of a longer list would be longer than a method may be. */
  private static final int LONGEST_LIST = 200;

  private final RelDataType rowType;
  private final List<String> names;
  private final RexBuilder rexBuilder;

  /**
   * @param rowType the columns that conditions read
   * @param names the name that each of them has in a binding
   */
  KnownValues(RelDataType rowType, List<String> names, RexBuilder rexBuilder) {
    this.rowType = rowType;
    this.names = List.copyOf(names);
    this.rexBuilder = rexBuilder;
  }

  /** Whether the values of the alternatives decide a condition. */
  boolean decide(RexNode condition, List<Binding> alternatives) {
    List<Integer> read = RelOptUtil.InputFinder.bits(condition).asList();
    return needsOnlyItsColumns(condition)
        && alternatives.stream().allMatch(alternative -> isKnown(alternative, read));
  }

  /**
   * Those of the alternatives for which a condition that they {@link #decide} is TRUE.
   *
   * @return empty when the condition fails for an alternative: then it is left to the rows, of
   *     which there may be none
   */
  Optional<List<Binding>> satisfying(RexNode condition, List<Binding> alternatives) {
    try {
      return Optional.of(alternatives.stream().filter(code(condition)).toList());
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  private boolean isKnown(Binding alternative, List<Integer> columns) {
    return columns.stream()
        .map(column -> alternative.values().get(names.get(column)))
        .allMatch(RexLiteral.class::isInstance);
  }

  private Predicate<Binding> code(RexNode condition) {
    Function1<DataContext, @Nullable Object[]> code =
        RexExecutorImpl.getExecutable(rexBuilder, List.of(condition), rowType).getFunction();
    return alternative ->
        Boolean.TRUE.equals(code.apply(DataContexts.of(Map.of(ROW, row(alternative))))[0]);
  }

  private @Nullable Object[] row(Binding alternative) {
    return names.stream()
        .map(name -> alternative.values().get(name))
        .map(value -> value == null ? null : LiteralValue.of(value).orElse(null))
        .toArray();
  }

  private static boolean needsOnlyItsColumns(RexNode condition) {
    OtherInputs others = new OtherInputs();
    condition.accept(others);
    return !others.found;
  }

  /** Looks for a {@code ?}, another row, the clock; and for a list that is too long. */
  private static final class OtherInputs extends RexVisitorImpl<Void> {
    private boolean found;

    OtherInputs() {
      super(true);
    }

    @Override
    public @Nullable Void visitDynamicParam(RexDynamicParam parameter) {
      found = true;
      return null;
    }

    @Override
    public @Nullable Void visitCorrelVariable(RexCorrelVariable variable) {
      found = true;
      return null;
    }

    @Override
    public @Nullable Void visitLiteral(RexLiteral literal) {
      found |=
          literal.getValue() instanceof Sarg<?> list
              && list.rangeSet.asRanges().size() > LONGEST_LIST;
      return null;
    }

    @Override
    public @Nullable Void visitCall(RexCall call) {
      found |= call.getOperator().isDynamicFunction();
      return super.visitCall(call);
    }
  }
}
