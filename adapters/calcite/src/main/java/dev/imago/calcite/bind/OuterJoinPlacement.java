package dev.imago.calcite.bind;

import dev.imago.calcite.bind.EquiConditions.Equality;
import dev.imago.calcite.rel.GuardedValue;
import dev.imago.calcite.rel.LookupJoin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUtil;

/**
 * Joins that are not inner: the rows of the kept side can give the optional side its parameters.
 */
final class OuterJoinPlacement {
  private final Placement placement;
  private final Needs needs;

  OuterJoinPlacement(Placement placement, Needs needs) {
    this.placement = placement;
    this.needs = needs;
  }

  /** The rows of the join that have certain values. */
  RelNode place(Join join, Map<Integer, RexNode> given) {
    OuterJoin outer = OuterJoin.of(join);
    if (outer.touchesOptionalSide(given.keySet())) {
      return new GraphPlacement(placement, needs).place(outer.asInner(), given, join.getRowType());
    }
    if (outer.keepsBoth()) {
      return Placement.guard(asItIs(join, Map.of(), Map.of()), given);
    }
    Map<Integer, RexNode> givenKept = new LinkedHashMap<>();
    given.forEach(
        (column, value) ->
            outer.knownOfKept(Set.of(column)).forEach(kept -> givenKept.put(kept, value)));
    if (needs.of(outer.optional(), Set.of()).isEmpty()
        && !isBetterByKey(outer, givenKept.keySet())) {
      return outer.keepsRight()
          ? asItIs(join, Map.of(), givenKept)
          : asItIs(join, givenKept, Map.of());
    }
    return lookUp(join, outer, givenKept);
  }

  /** Whether the rows of the kept side read the optional one with fewer calls, or fewer rows. */
  private boolean isBetterByKey(OuterJoin outer, Set<Integer> knownOfKept) {
    return needs
        .counts()
        .isBetterByKey(
            needs.counts().mostRows(outer.kept(), knownOfKept),
            outer.optional(),
            Set.of(),
            keys(outer, knownOfKept));
  }

  /** The columns of the optional side whose value the calls take. */
  private Set<Integer> keys(OuterJoin outer, Set<Integer> knownOfKept) {
    Set<Integer> equal = outer.equalities().keySet();
    Set<Integer> keys = placement.fewest(outer.optional(), equal);
    needs
        .narrowed()
        .column(needs.counts().mostRows(outer.kept(), knownOfKept), outer.optional(), keys, equal)
        .ifPresent(keys::add);
    return keys;
  }

  private RelNode asItIs(
      Join join, Map<Integer, RexNode> givenLeft, Map<Integer, RexNode> givenRight) {
    return join.copy(
        join.getTraitSet(),
        List.of(
            placement.place(join.getLeft(), givenLeft),
            placement.place(join.getRight(), givenRight)));
  }

  private RelNode lookUp(Join join, OuterJoin outer, Map<Integer, RexNode> givenKept) {
    RelNode kept = placement.place(outer.kept(), givenKept);
    Map<Integer, Equality> equalities = outer.equalities();
    Set<Integer> keys = keys(outer, givenKept.keySet());

    LeftRow leftRow = new LeftRow(kept);
    Map<Integer, Integer> keptFirst = keptFirst(outer);
    Map<Integer, RexNode> values = new LinkedHashMap<>();
    List<RexNode> conjuncts = new ArrayList<>(RelOptUtil.conjunctions(join.getCondition()));
    for (int key : keys) {
      Equality equality = equalities.get(key);
      if (equality != null) {
        RexNode value = onlyWhere(outer.ofKeptAlone(conjuncts), equality.value(), join);
        values.put(key, leftRow.seenFromRight(value, keptFirst));
        conjuncts.remove(equality.conjunct());
      }
    }
    RexNode condition =
        RexUtil.composeConjunction(join.getCluster().getRexBuilder(), conjuncts)
            .accept(renumbered(keptFirst));
    JoinRelType type =
        join.getJoinType() == JoinRelType.RIGHT ? JoinRelType.LEFT : join.getJoinType();
    RelNode lookup =
        LookupJoin.of(
            kept,
            placement.place(outer.optional(), values),
            new LookupJoin.Spec(leftRow.variable(), leftRow.used(), type, condition));
    return outer.keepsRight() ? inOldOrder(lookup, join, keptFirst) : lookup;
  }

  /** NULL, which makes no call, for a row of which the join wants no partner. */
  private static RexNode onlyWhere(List<RexNode> wanted, RexNode value, Join join) {
    RexBuilder rexBuilder = join.getCluster().getRexBuilder();
    return GuardedValue.of(RexUtil.composeConjunction(rexBuilder, wanted), value, rexBuilder);
  }

  /** Where the columns of the join's inputs stand when the kept side comes first. */
  private static Map<Integer, Integer> keptFirst(OuterJoin outer) {
    int keptWidth = outer.kept().getRowType().getFieldCount();
    int optionalWidth = outer.optional().getRowType().getFieldCount();
    Map<Integer, Integer> positions = new HashMap<>();
    for (int column = 0; column < keptWidth + optionalWidth; column++) {
      int position = column;
      if (outer.keepsRight()) {
        position = column < optionalWidth ? column + keptWidth : column - optionalWidth;
      }
      positions.put(column, position);
    }
    return positions;
  }

  private static RexShuttle renumbered(Map<Integer, Integer> positions) {
    return new RexShuttle() {
      @Override
      public RexNode visitInputRef(RexInputRef ref) {
        return new RexInputRef(
            positions.getOrDefault(ref.getIndex(), ref.getIndex()), ref.getType());
      }
    };
  }

  private static RelNode inOldOrder(RelNode lookup, Join join, Map<Integer, Integer> positions) {
    List<RexNode> columns = new ArrayList<>();
    for (int column = 0; column < join.getRowType().getFieldCount(); column++) {
      int position = positions.getOrDefault(column, column);
      columns.add(join.getCluster().getRexBuilder().makeInputRef(lookup, position));
    }
    return LogicalProject.create(
        lookup, List.of(), columns, join.getRowType().getFieldNames(), Set.of());
  }
}
