package dev.imago.calcite.bind;

import dev.imago.calcite.bind.EquiConditions.Equality;
import dev.imago.calcite.bind.JoinOrder.Order;
import dev.imago.calcite.bind.JoinOrder.Step;
import dev.imago.calcite.rel.LookupJoin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUtil;

/** Joins the relations of a {@link JoinGraph} in the order that gives each its parameters. */
final class GraphPlacement {
  private final Placement placement;
  private final Needs needs;

  GraphPlacement(Placement placement, Needs needs) {
    this.placement = placement;
    this.needs = needs;
  }

  /** The joins so far: a left-deep tree, and where the columns of the graph stand in it. */
  private static final class Joined {
    private final Map<Integer, Integer> positions = new HashMap<>();
    private final JoinGraph graph;
    private final Map<Integer, Set<Integer>> classes;
    private final Set<RexNode> equalities;
    private final List<RexNode> waiting;
    private RelNode rel;

    Joined(RelNode first, JoinGraph graph) {
      this.rel = first;
      this.graph = graph;
      this.classes = graph.classes();
      this.equalities =
          graph.equalities().stream().map(Equality::conjunct).collect(Collectors.toSet());
      this.waiting = new ArrayList<>(graph.conjuncts());
    }

    /** Takes the conditions that the columns so far decide. */
    List<RexNode> decided() {
      List<RexNode> decided = new ArrayList<>();
      waiting.removeIf(
          conjunct ->
              EquiConditions.readsOnly(conjunct, column -> isKnown(column, conjunct))
                  && decided.add(here(conjunct)));
      return decided;
    }

    /**
     * Takes the conditions that one relation decides by itself: a filter on its own rows can go on
     * into its calls.
     *
     * @return over the relation's own columns
     */
    List<RexNode> decidedBy(int factor) {
      int offset = graph.offset(factor);
      List<RexNode> decided = new ArrayList<>();
      waiting.removeIf(
          conjunct ->
              RexUtil.isDeterministic(conjunct)
                  && EquiConditions.readsOnly(conjunct, column -> graph.factorOf(column) == factor)
                  && decided.add(RexUtil.shift(conjunct, -offset)));
      return decided;
    }

    /**
     * Whether a row so far has the value of a column, or of an equal one: a condition is decided as
     * early as can be, so that a relation is not read for rows that fail it. What says that columns
     * are equal is not decided by that itself.
     */
    private boolean isKnown(int column, RexNode conjunct) {
      return positions.containsKey(column)
          || (!equalities.contains(conjunct) && equalHere(column).isPresent());
    }

    private Optional<Integer> equalHere(int column) {
      return classes.getOrDefault(column, Set.of()).stream()
          .filter(equal -> graph.type(equal).equals(graph.type(column)))
          .flatMap(equal -> Stream.ofNullable(positions.get(equal)))
          .findFirst();
    }

    private int position(int column) {
      Integer own = positions.get(column);
      return own == null
          ? equalHere(column)
              .orElseThrow(() -> new IllegalStateException("the column is not joined yet"))
          : own;
    }

    RexNode here(RexNode expression) {
      return expression.accept(
          new RexShuttle() {
            @Override
            public RexNode visitInputRef(RexInputRef ref) {
              return new RexInputRef(position(ref.getIndex()), ref.getType());
            }
          });
    }
  }

  /**
   * The rows of the joins that have certain values.
   *
   * @param given values of output columns
   * @param rowType the row type of the result
   */
  RelNode place(JoinGraph graph, Map<Integer, RexNode> given, RelDataType rowType) {
    RexBuilder rexBuilder = graph.factors().get(0).getCluster().getRexBuilder();
    Map<Integer, RexNode> givenColumns = new LinkedHashMap<>();
    Map<Integer, RexNode> rest = new LinkedHashMap<>();
    given.forEach(
        (output, value) -> {
          Optional<Integer> column = EquiConditions.plainColumn(graph.outputs().get(output));
          column.ifPresent(c -> Placement.both(givenColumns, c, value, rexBuilder));
          if (column.isEmpty()) {
            rest.put(output, value);
          }
        });
    Order order = JoinOrder.find(graph, givenColumns, needs);
    if (!order.stuck().isEmpty()) {
      throw new IllegalStateException("joins with needs are placed: " + order.stuck());
    }
    Joined joined = join(graph, order);
    List<RexNode> outputs = graph.outputs().stream().map(joined::here).toList();
    RelNode projected =
        LogicalProject.create(joined.rel, List.of(), outputs, rowType.getFieldNames(), Set.of());
    // A given value may be one of a column that no relation could take.
    Map<Integer, RexNode> guards = new LinkedHashMap<>(rest);
    given.forEach(guards::putIfAbsent);
    return Placement.as(Placement.guard(projected, guards), rowType);
  }

  private Joined join(JoinGraph graph, Order order) {
    Step first = order.steps().get(0);
    Joined joined =
        new Joined(placement.place(graph.factors().get(first.factor()), first.pins()), graph);
    addPositions(joined, graph, first.factor(), 0);
    joined.rel = Placement.filter(joined.rel, joined.decided());
    for (Step step : order.steps().subList(1, order.steps().size())) {
      if (step.keys().isEmpty()) {
        joinOnce(joined, graph, step);
      } else {
        lookUp(joined, graph, step);
      }
    }
    return joined;
  }

  private static void addPositions(Joined joined, JoinGraph graph, int factor, int from) {
    int offset = graph.offset(factor);
    int width = graph.factors().get(factor).getRowType().getFieldCount();
    for (int column = 0; column < width; column++) {
      joined.positions.put(offset + column, from + column);
    }
  }

  /** A relation that is read once: an ordinary join. */
  private void joinOnce(Joined joined, JoinGraph graph, Step step) {
    RelNode right = rows(joined, graph, step, step.pins());
    int leftWidth = joined.rel.getRowType().getFieldCount();
    addPositions(joined, graph, step.factor(), leftWidth);
    joined.rel =
        LogicalJoin.create(joined.rel, right, List.of(), all(joined), Set.of(), JoinRelType.INNER);
  }

  /** The rows of a relation that have certain values and satisfy what it decides by itself. */
  private RelNode rows(Joined joined, JoinGraph graph, Step step, Map<Integer, RexNode> values) {
    return Placement.filter(
        placement.place(graph.factors().get(step.factor()), values),
        joined.decidedBy(step.factor()));
  }

  /** A relation that is read for the rows so far. */
  private void lookUp(Joined joined, JoinGraph graph, Step step) {
    LeftRow leftRow = new LeftRow(joined.rel);
    Map<Integer, RexNode> values = new LinkedHashMap<>(step.pins());
    step.keys()
        .forEach((column, key) -> values.put(column, leftRow.seenFromRight(key, joined.positions)));
    RelNode right = rows(joined, graph, step, values);
    int leftWidth = joined.rel.getRowType().getFieldCount();
    addPositions(joined, graph, step.factor(), leftWidth);
    joined.waiting.removeAll(said(graph, step));
    joined.rel =
        LookupJoin.of(
            joined.rel,
            right,
            new LookupJoin.Spec(
                leftRow.variable(), leftRow.used(), JoinRelType.INNER, all(joined)));
  }

  /** The conditions that reading by the keys already says. */
  private static List<RexNode> said(JoinGraph graph, Step step) {
    int offset = graph.offset(step.factor());
    List<RexNode> said = new ArrayList<>();
    for (Equality equality : graph.equalities()) {
      RexNode key = step.keys().get(equality.column() - offset);
      if (key != null && key.equals(equality.value())) {
        said.add(equality.conjunct());
      }
    }
    return said;
  }

  private static RexNode all(Joined joined) {
    RexBuilder rexBuilder = joined.rel.getCluster().getRexBuilder();
    return RexUtil.composeConjunction(rexBuilder, joined.decided());
  }
}
