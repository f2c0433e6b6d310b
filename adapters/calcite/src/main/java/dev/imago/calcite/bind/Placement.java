package dev.imago.calcite.bind;

import dev.imago.calcite.rel.ApiScan;
import dev.imago.calcite.rel.BindingSet;
import dev.imago.calcite.rel.GuardedValue;
import dev.imago.calcite.rel.LookupJoin;
import dev.imago.calcite.rel.ScanSpec;
import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.TableDescription;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/**
 * Brings values to the scans that need them and orders joins for it: the tree whose {@link Needs}
 * are all met from within is rewritten so that every scan has its parameters, by lookup joins where
 * another relation's rows give them.
 */
final class Placement {
  private final Needs needs;

  Placement(Needs needs) {
    this.needs = needs;
  }

  /**
   * The rows of a tree that have certain values.
   *
   * @param given values of output columns; they refer to no row of the tree
   */
  RelNode place(RelNode rel, Map<Integer, RexNode> given) {
    if (rel instanceof ApiScan scan) {
      return placeScan(scan, given);
    }
    Optional<JoinGraph> graph = JoinGraph.of(rel);
    if (graph.isPresent()) {
      return new GraphPlacement(this, needs).place(graph.get(), given, rel.getRowType());
    }
    if (rel instanceof Join join) {
      return new OuterJoinPlacement(this, needs).place(join, given);
    }
    if (rel instanceof Correlate correlate) {
      return placeCorrelate(correlate, given);
    }
    if (rel instanceof Filter || rel instanceof SetOp || isWholeSort(rel)) {
      return withInputs(rel, given);
    }
    Optional<Passage> passage = Passage.of(rel);
    return passage.isPresent()
        ? through(rel, passage.get(), given)
        : guard(withInputs(rel, Map.of()), given);
  }

  /** Sorting all rows; a sort with a LIMIT answers other rows when its input is filtered. */
  private static boolean isWholeSort(RelNode rel) {
    return rel instanceof Sort sort && sort.fetch == null && sort.offset == null;
  }

  private RelNode withInputs(RelNode rel, Map<Integer, RexNode> given) {
    List<RelNode> inputs = rel.getInputs().stream().map(input -> place(input, given)).toList();
    return inputs.isEmpty() ? rel : rel.copy(rel.getTraitSet(), inputs);
  }

  private RelNode placeScan(ApiScan scan, Map<Integer, RexNode> given) {
    ScanSpec spec = scan.spec();
    BindingSet bindings = spec.bindings();
    Map<Integer, RexNode> rest = new LinkedHashMap<>();
    for (Map.Entry<Integer, RexNode> value : given.entrySet()) {
      String column = spec.columns().get(value.getKey()).name();
      Optional<BindingSet> bound =
          binds(spec.table(), column) || isNarrowedBy(scan, value, given.keySet())
              ? Optional.of(
                  alternatives(bindings, bound(spec.table(), column), value.getValue(), scan))
              : Optional.empty();
      if (bound.isEmpty()) {
        rest.put(value.getKey(), value.getValue());
      }
      bindings = bound.orElse(bindings);
    }
    return guard(scan.with(spec.withBindings(bindings)), rest);
  }

  /** Whether the calls could do without the value, and answer fewer rows with it. */
  private boolean isNarrowedBy(
      ApiScan scan, Map.Entry<Integer, RexNode> value, Set<Integer> given) {
    Set<Integer> others = new LinkedHashSet<>(given);
    others.remove(value.getKey());
    return RexUtil.containsCorrelation(value.getValue())
        && needs.narrowed().narrows(scan, value.getKey(), others);
  }

  /** The name that a column has in a binding: that of the parameter which it is equal to. */
  static String bound(TableDescription table, String column) {
    return table.parameter(column).orElse(column);
  }

  /** Where only the run can tell whether the value is among the alternatives, it will. */
  private static BindingSet alternatives(
      BindingSet bindings, String column, RexNode value, ApiScan scan) {
    return bindings
        .and(BindingSet.of(column, List.of(value)))
        .orElseGet(() -> bindings.whereEqual(column, value, scan.getCluster().getRexBuilder()));
  }

  /** Whether a call can be made with a value of the column: a parameter, or a name of several. */
  private static boolean binds(TableDescription table, String column) {
    return table.parameter(column).isPresent()
        || table.column(column).flatMap(ColumnDescription::resource).isPresent();
  }

  private RelNode through(RelNode rel, Passage passage, Map<Integer, RexNode> given) {
    Map<Integer, RexNode> below = new LinkedHashMap<>();
    Map<Integer, RexNode> rest = new LinkedHashMap<>();
    for (Map.Entry<Integer, RexNode> value : given.entrySet()) {
      Optional<Integer> column = passage.below(value.getKey());
      if (column.isPresent()) {
        both(below, column.get(), value.getValue(), rel.getCluster().getRexBuilder());
      } else {
        rest.put(value.getKey(), value.getValue());
      }
    }
    return guard(rel.copy(rel.getTraitSet(), List.of(place(rel.getInput(0), below))), rest);
  }

  /**
   * Gives a column a value, besides the one that it may have already: several output columns can
   * show one. Where the two differ there is no row, and so no call.
   */
  static void both(Map<Integer, RexNode> given, int column, RexNode value, RexBuilder rexBuilder) {
    given.merge(
        column,
        value,
        (one, other) ->
            GuardedValue.of(
                rexBuilder.makeCall(SqlStdOperatorTable.EQUALS, one, other), one, rexBuilder));
  }

  /** A correlate whose right side makes calls is a lookup join without a condition. */
  private RelNode placeCorrelate(Correlate correlate, Map<Integer, RexNode> given) {
    int leftWidth = correlate.getLeft().getRowType().getFieldCount();
    Map<Integer, RexNode> onLeft = new LinkedHashMap<>(given);
    onLeft.keySet().removeIf(column -> column >= leftWidth);
    Map<Integer, RexNode> rest = new LinkedHashMap<>(given);
    rest.keySet().removeAll(onLeft.keySet());

    RelNode left = place(correlate.getLeft(), onLeft);
    RelNode right = place(correlate.getRight(), Map.of());
    RexNode always = correlate.getCluster().getRexBuilder().makeLiteral(true);
    RelNode placed =
        hasScan(right)
            ? LookupJoin.of(
                left,
                right,
                new LookupJoin.Spec(
                    correlate.getCorrelationId(),
                    correlate.getRequiredColumns(),
                    correlate.getJoinType(),
                    always))
            : correlate.copy(correlate.getTraitSet(), List.of(left, right));
    return guard(placed, rest);
  }

  private static boolean hasScan(RelNode rel) {
    return rel instanceof ApiScan || rel.getInputs().stream().anyMatch(Placement::hasScan);
  }

  /** Filters for the values that could not go further down. */
  static RelNode guard(RelNode rel, Map<Integer, RexNode> given) {
    RexBuilder rexBuilder = rel.getCluster().getRexBuilder();
    List<RexNode> conditions = new ArrayList<>();
    given.forEach(
        (column, value) ->
            conditions.add(
                rexBuilder.makeCall(
                    SqlStdOperatorTable.EQUALS, rexBuilder.makeInputRef(rel, column), value)));
    return filter(rel, conditions);
  }

  /** The rows that satisfy all of the conditions. */
  static RelNode filter(RelNode rel, List<RexNode> conditions) {
    RexNode all = RexUtil.composeConjunction(rel.getCluster().getRexBuilder(), conditions);
    return all.isAlwaysTrue() ? rel : LogicalFilter.create(rel, all);
  }

  /** The tree with its old row type, which a rewrite may have made stricter about NULL. */
  static RelNode as(RelNode rel, RelDataType rowType) {
    return RelOptUtil.createCastRel(rel, rowType, true);
  }

  /** The part of the columns that the calls of a relation take; it leaves it without needs. */
  Set<Integer> fewest(RelNode rel, Set<Integer> columns) {
    Set<Integer> kept = new LinkedHashSet<>(columns);
    for (Integer column : columns) {
      Set<Integer> fewer = new LinkedHashSet<>(kept);
      fewer.remove(column);
      if (needs.doesWithout(rel, column, fewer)) {
        kept = fewer;
      }
    }
    return kept;
  }
}
