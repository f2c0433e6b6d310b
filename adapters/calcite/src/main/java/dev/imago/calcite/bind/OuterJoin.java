package dev.imago.calcite.bind;

import dev.imago.calcite.bind.EquiConditions.Equality;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;

/**
 * A join that is not inner, seen as the side whose rows are all kept and the optional one. A semi
 * or anti join keeps its left side and shows no column of its right one.
 */
final class OuterJoin {
  static final String FULL = "a FULL JOIN gives neither side values of the other";

  private final Join join;
  private final boolean keepsRight;

  private OuterJoin(Join join) {
    this.join = join;
    this.keepsRight = join.getJoinType() == JoinRelType.RIGHT;
  }

  static OuterJoin of(Join join) {
    return new OuterJoin(join);
  }

  boolean keepsBoth() {
    return join.getJoinType() == JoinRelType.FULL;
  }

  boolean keepsRight() {
    return keepsRight;
  }

  RelNode kept() {
    return keepsRight ? join.getRight() : join.getLeft();
  }

  RelNode optional() {
    return keepsRight ? join.getLeft() : join.getRight();
  }

  private int leftWidth() {
    return join.getLeft().getRowType().getFieldCount();
  }

  private int rightWidth() {
    return join.getRight().getRowType().getFieldCount();
  }

  private boolean isKept(int column) {
    return keepsRight == (column >= leftWidth());
  }

  /** Those of the conjuncts that a row of the kept side fails or meets by itself. */
  List<RexNode> ofKeptAlone(List<RexNode> conjuncts) {
    return conjuncts.stream()
        .filter(RexUtil::isDeterministic)
        .filter(conjunct -> EquiConditions.readsOnly(conjunct, this::isKept))
        .toList();
  }

  /** The number of a column among its own side's. */
  private int onItsSide(int column) {
    return column >= leftWidth() ? column - leftWidth() : column;
  }

  /** The output column of a column of the kept side. */
  int outputOfKept(int column) {
    return keepsRight ? column + leftWidth() : column;
  }

  /** Whether a known column is one that the join may fill with NULL. */
  boolean touchesOptionalSide(Set<Integer> known) {
    return known.stream().anyMatch(column -> keepsBoth() ? false : !isKept(column));
  }

  /** The known columns of the kept side, by its own numbers. */
  Set<Integer> knownOfKept(Set<Integer> known) {
    Set<Integer> kept = new LinkedHashSet<>();
    known.stream().filter(this::isKept).forEach(column -> kept.add(onItsSide(column)));
    return kept;
  }

  /** The join as an inner one: equal when a value other than NULL is asked of the optional side. */
  JoinGraph asInner() {
    RexBuilder rexBuilder = join.getCluster().getRexBuilder();
    List<RexNode> outputs = new ArrayList<>();
    for (int column = 0; column < leftWidth() + rightWidth(); column++) {
      RelNode side = column < leftWidth() ? join.getLeft() : join.getRight();
      outputs.add(
          rexBuilder.makeInputRef(
              side.getRowType().getFieldList().get(onItsSide(column)).getType(), column));
    }
    return new JoinGraph(
        List.of(join.getLeft(), join.getRight()),
        RelOptUtil.conjunctions(join.getCondition()),
        outputs);
  }

  /**
   * For columns of the optional side, what the condition says they equal in terms of the kept side.
   *
   * @return by the optional side's own numbers; values over the join's input columns
   */
  Map<Integer, Equality> equalities() {
    Map<Integer, Equality> equalities = new LinkedHashMap<>();
    for (Equality equality : EquiConditions.of(RelOptUtil.conjunctions(join.getCondition()))) {
      if (!isKept(equality.column()) && EquiConditions.readsOnly(equality.value(), this::isKept)) {
        equalities.putIfAbsent(onItsSide(equality.column()), equality);
      }
    }
    return equalities;
  }
}
