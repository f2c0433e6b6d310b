package dev.imago.calcite.rule;

import dev.imago.calcite.rel.Binding;
import dev.imago.calcite.rel.GuardedValue;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeUtil;

/** Makes conditions over bound columns part of a bound value, as a {@link GuardedValue}. */
final class Guard {
  /** Each guarded value is code of its own. */
  private static final int MOST = 100;

  private static final Set<SqlKind> CANNOT_FAIL =
      Set.of(
          SqlKind.AND,
          SqlKind.OR,
          SqlKind.NOT,
          SqlKind.LIKE,
          SqlKind.SEARCH,
          SqlKind.IS_NULL,
          SqlKind.IS_NOT_NULL);

  private final List<String> names;
  private final RexBuilder rexBuilder;

  /**
   * @param names the name in a binding of each column that conditions read
   */
  Guard(List<String> names, RexBuilder rexBuilder) {
    this.names = List.copyOf(names);
    this.rexBuilder = rexBuilder;
  }

  /**
   * Whether the condition may be decided before there is any row: it cannot fail, and there are not
   * too many alternatives.
   */
  static boolean canTake(RexNode condition, List<Binding> alternatives) {
    return alternatives.size() <= MOST && !canFail(condition);
  }

  private static boolean canFail(RexNode expression) {
    if (!(expression instanceof RexCall call)) {
      return false;
    }
    boolean isSafe =
        CANNOT_FAIL.contains(call.getKind())
            || call.isA(SqlKind.COMPARISON)
            || call.getOperator().equals(SqlStdOperatorTable.UPPER)
            || call.getOperator().equals(SqlStdOperatorTable.LOWER)
            || call.getOperator().equals(SqlStdOperatorTable.CHAR_LENGTH)
            || (call.isA(SqlKind.CAST) && isOfTexts(call));
    return !isSafe || call.getOperands().stream().anyMatch(Guard::canFail);
  }

  private static boolean isOfTexts(RexCall cast) {
    return SqlTypeUtil.inCharFamily(cast.getType())
        && SqlTypeUtil.inCharFamily(cast.getOperands().get(0).getType());
  }

  /** The alternatives, each with one of its values guarded by the conditions. */
  List<Binding> guarded(List<Binding> alternatives, List<RexNode> conditions) {
    if (conditions.isEmpty()) {
      return alternatives;
    }
    RexNode condition = RexUtil.composeConjunction(rexBuilder, conditions);
    int column = RelOptUtil.InputFinder.bits(condition).nextSetBit(0);
    return alternatives.stream()
        .map(alternative -> guarded(alternative, condition, names.get(column)))
        .toList();
  }

  private Binding guarded(Binding alternative, RexNode condition, String column) {
    Map<String, RexNode> values = new TreeMap<>(alternative.values());
    values.put(
        column,
        GuardedValue.of(
            condition.accept(valuesOf(alternative)), value(alternative, column), rexBuilder));
    return new Binding(values);
  }

  private RexShuttle valuesOf(Binding alternative) {
    return new RexShuttle() {
      @Override
      public RexNode visitInputRef(RexInputRef ref) {
        return rexBuilder.makeAbstractCast(
            ref.getType(), value(alternative, names.get(ref.getIndex())), false);
      }
    };
  }

  private static RexNode value(Binding alternative, String column) {
    return Objects.requireNonNull(alternative.values().get(column), column);
  }
}
