package dev.imago.calcite.bind;

import dev.imago.calcite.rel.ColumnExpressions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.util.ImmutableBitSet;

/** Equalities in conditions: which column is equal to which expression. */
final class EquiConditions {
  private EquiConditions() {}

  /**
   * {@code column = value}.
   *
   * @param conjunct the condition that says so
   */
  record Equality(int column, RexNode value, RexNode conjunct) {}

  /** Every way to read the conjuncts as a column that equals something. */
  static List<Equality> of(List<RexNode> conjuncts) {
    List<Equality> equalities = new ArrayList<>();
    for (RexNode conjunct : conjuncts) {
      if (conjunct.isA(SqlKind.EQUALS) || isNullSafeEquality(conjunct)) {
        RexNode left = ((RexCall) conjunct).getOperands().get(0);
        RexNode right = ((RexCall) conjunct).getOperands().get(1);
        plainColumn(left).ifPresent(c -> add(c, left, right, conjunct, equalities));
        plainColumn(right).ifPresent(c -> add(c, right, left, conjunct, equalities));
      }
    }
    return equalities;
  }

  private static void add(
      int column, RexNode ref, RexNode value, RexNode conjunct, List<Equality> equalities) {
    if (ColumnExpressions.isComparable(ref.getType(), value.getType())
        && RexUtil.isDeterministic(value)) {
      equalities.add(new Equality(column, value, conjunct));
    }
  }

  /** NULL on both sides cannot happen where one side is never NULL. */
  private static boolean isNullSafeEquality(RexNode conjunct) {
    return conjunct.isA(SqlKind.IS_NOT_DISTINCT_FROM)
        && ((RexCall) conjunct).getOperands().stream().anyMatch(o -> !o.getType().isNullable());
  }

  /** The column that an expression shows unchanged. */
  static Optional<Integer> plainColumn(RexNode expression) {
    return ColumnExpressions.plain(expression).map(RexInputRef::getIndex);
  }

  /** The columns that an expression reads all pass. */
  static boolean readsOnly(RexNode expression, IntPredicate columns) {
    ImmutableBitSet read = RelOptUtil.InputFinder.bits(expression);
    return read.asList().stream().allMatch(columns::test);
  }
}
