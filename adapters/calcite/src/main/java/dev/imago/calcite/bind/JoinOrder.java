package dev.imago.calcite.bind;

import dev.imago.calcite.bind.EquiConditions.Equality;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;

/**
 * Orders the relations of a {@link JoinGraph} so that each has its parameters when its turn comes:
 * first those that need nothing, then those whose needs the ones before them meet.
 *
 * <p>A relation that needs nothing is read once, whatever its turn, unless {@link KnownCounts} say
 * that the rows before it read it with fewer calls: two gets whose rows give a parameter save 998
 * of a thousand lists; or with as many that answer fewer rows. Then the relations that have such
 * rows go first, those with the fewest calls before those with the fewest rows. Of relations whose
 * needs are met, those with the fewest rows for a key go first: a get leaves no more rows to look
 * up for, and a list may leave many. Otherwise the order is the written one: nothing tells it from
 * another, and of two relations that are read once, the second is held in memory.
 */
final class JoinOrder {
  private final JoinGraph graph;
  private final Map<Integer, RexNode> given;
  private final Needs needs;
  private final KnownCounts counts;
  private final Map<Integer, Set<Integer>> classes;
  private final List<Set<Integer>> neighbours;
  private final Map<Integer, Map<Integer, RexNode>> pins = new HashMap<>();
  private final Map<Integer, Boolean> needsNothing = new HashMap<>();
  private final Set<Integer> joined = new TreeSet<>();

  /** The most rows of the joined relations; empty when nothing bounds them. */
  private OptionalLong rows = OptionalLong.of(1);

  /**
   * @param given values of columns of the graph that are known from outside
   */
  private JoinOrder(JoinGraph graph, Map<Integer, RexNode> given, Needs needs) {
    this.graph = graph;
    this.given = given;
    this.needs = needs;
    this.counts = needs.counts();
    this.classes = graph.classes();
    this.neighbours = neighbours(graph);
  }

  /** For each relation, those that it has a condition with. */
  private static List<Set<Integer>> neighbours(JoinGraph graph) {
    List<Set<Integer>> neighbours = new ArrayList<>();
    graph.factors().forEach(factor -> neighbours.add(new TreeSet<>()));
    for (RexNode conjunct : graph.conjuncts()) {
      Set<Integer> factors = new TreeSet<>();
      RelOptUtil.InputFinder.bits(conjunct).forEach(c -> factors.add(graph.factorOf(c)));
      factors.forEach(factor -> neighbours.get(factor).addAll(factors));
    }
    return neighbours;
  }

  /**
   * One relation's turn.
   *
   * @param pins values of its columns that are known before any row is read
   * @param keys values of its columns that the rows of the relations before it give, over the
   *     columns of the graph; none when it is read once
   */
  record Step(int factor, Map<Integer, RexNode> pins, Map<Integer, RexNode> keys) {}

  /**
   * The order found.
   *
   * @param steps the relations in order; fewer than all of them when the rest is stuck
   * @param stuck what the stuck relation that lacks the least still needs, by columns of the graph
   */
  record Order(List<Step> steps, List<Need> stuck) {}

  /** Finds the order. */
  static Order find(JoinGraph graph, Map<Integer, RexNode> given, Needs needs) {
    return new JoinOrder(graph, given, needs).find();
  }

  private Order find() {
    List<Step> steps = new ArrayList<>();
    while (joined.size() < graph.factors().size()) {
      needs.checkNotCancelled();
      Optional<Step> next =
          saving()
              .or(() -> unbound(this::isConnected))
              .or(this::keyed)
              .or(() -> unbound(factor -> true));
      if (next.isEmpty()) {
        return new Order(steps, stuck());
      }
      steps.add(next.get());
      join(next.get());
    }
    return new Order(steps, List.of());
  }

  private void join(Step step) {
    rows = KnownCounts.joined(rows, mostRows(step));
    joined.add(step.factor());
  }

  /** A relation that the rows so far read with fewer calls, or one that leads to such rows. */
  private Optional<Step> saving() {
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Optional<Step> byKeys = savingRead();
    return byKeys.isPresent() ? byKeys : bounded().filter(this::leadsToSaving).findFirst();
  }

  private Optional<Step> savingRead() {
    return waiting().stream()
        .flatMap(factor -> savingKeys(factor).stream())
        .min(fewestCallsThenRows());
  }

  /** The keys by which the rows so far better read a relation that needs nothing. */
  private Optional<Step> savingKeys(int factor) {
    Map<Integer, RexNode> pins = pins(factor);
    if (joined.isEmpty() || !needsNothing(factor)) {
      return Optional.empty();
    }
    Map<Integer, RexNode> keys = keys(factor);
    keys.keySet().removeAll(pins.keySet());
    Step step = new Step(factor, pins, fewest(factor, pins, keys));
    RelNode rel = graph.factors().get(factor);
    return counts.isBetterByKey(rows, rel, pins.keySet(), step.keys().keySet())
        ? Optional.of(step)
        : Optional.empty();
  }

  /** The relations next in turn that need nothing and whose number of rows is bounded. */
  private Stream<Step> bounded() {
    return waiting().stream()
        .filter(this::isConnected)
        .map(factor -> new Step(factor, pins(factor), Map.of()))
        .filter(step -> mostRows(step).isPresent())
        .filter(step -> needsNothing(step.factor()))
        .sorted(fewestCallsThenRows());
  }

  /** Whether the rows of a relation, joined with others of bounded number, save calls. */
  private boolean leadsToSaving(Step step) {
    Set<Integer> before = Set.copyOf(joined);
    OptionalLong rowsBefore = rows;
    Optional<Step> next = Optional.of(step);
    boolean saves = false;
    while (!saves && next.isPresent()) {
      join(next.get());
      saves = savingRead().isPresent();
      next = bounded().findFirst();
    }
    joined.retainAll(before);
    rows = rowsBefore;
    return saves;
  }

  private Comparator<Step> fewestCallsThenRows() {
    return Comparator.<Step>comparingLong(step -> counts.calls(relation(step), known(step)))
        .thenComparing(this::fewestRows);
  }

  private int fewestRows(Step step, Step other) {
    return Long.compare(
        mostRows(step).orElse(Long.MAX_VALUE), mostRows(other).orElse(Long.MAX_VALUE));
  }

  private OptionalLong mostRows(Step step) {
    return counts.mostRows(relation(step), known(step));
  }

  private RelNode relation(Step step) {
    return graph.factors().get(step.factor());
  }

  private static Set<Integer> known(Step step) {
    Set<Integer> known = new LinkedHashSet<>(step.pins().keySet());
    known.addAll(step.keys().keySet());
    return known;
  }

  /** The next relation that needs no row of another. */
  private Optional<Step> unbound(IntPredicate preference) {
    for (int factor : waiting()) {
      if (preference.test(factor) && needsNothing(factor)) {
        return Optional.of(new Step(factor, pins(factor), Map.of()));
      }
    }
    return Optional.empty();
  }

  /** The next relation whose needs the joined ones meet, with the keys that its calls take. */
  private Optional<Step> keyed() {
    return waiting().stream().flatMap(factor -> keyed(factor).stream()).min(this::fewestRows);
  }

  private Optional<Step> keyed(int factor) {
    Map<Integer, RexNode> pins = pins(factor);
    Map<Integer, RexNode> keys = keys(factor);
    Set<Integer> known = new LinkedHashSet<>(pins.keySet());
    known.addAll(keys.keySet());
    return needsOf(factor, known).isEmpty()
        ? Optional.of(new Step(factor, pins, fewest(factor, pins, keys)))
        : Optional.empty();
  }

  private Map<Integer, RexNode> fewest(
      int factor, Map<Integer, RexNode> pins, Map<Integer, RexNode> keys) {
    Map<Integer, RexNode> kept = new TreeMap<>(keys);
    for (Integer key : keys.keySet()) {
      Set<Integer> known = new LinkedHashSet<>(pins.keySet());
      known.addAll(kept.keySet());
      known.remove(key);
      if (needs.doesWithout(graph.factors().get(factor), key, known)) {
        kept.remove(key);
      }
    }
    Set<Integer> known = new LinkedHashSet<>(pins.keySet());
    known.addAll(kept.keySet());
    needs
        .narrowed()
        .column(rows, graph.factors().get(factor), known, keys.keySet())
        .ifPresent(column -> kept.put(column, Objects.requireNonNull(keys.get(column))));
    return kept;
  }

  private List<Integer> waiting() {
    List<Integer> waiting = new ArrayList<>();
    for (int factor = 0; factor < graph.factors().size(); factor++) {
      if (!joined.contains(factor)) {
        waiting.add(factor);
      }
    }
    return waiting;
  }

  /** The first relation counts as connected. */
  private boolean isConnected(int factor) {
    return joined.isEmpty() || neighbours.get(factor).stream().anyMatch(joined::contains);
  }

  /** The needs of a relation, by its own columns, when some of its columns are known. */
  private List<Need> needsOf(int factor, Set<Integer> known) {
    return needs.of(graph.factors().get(factor), known);
  }

  /** Whether a relation needs no row of another. */
  private boolean needsNothing(int factor) {
    Boolean known = needsNothing.get(factor);
    if (known == null) {
      known = needsOf(factor, pins(factor).keySet()).isEmpty();
      needsNothing.put(factor, known);
    }
    return known;
  }

  /** The columns of a relation that equal something known before any row is read. */
  private Map<Integer, RexNode> pins(int factor) {
    Map<Integer, RexNode> known = pins.get(factor);
    if (known == null) {
      known = Collections.unmodifiableMap(findPins(factor));
      pins.put(factor, known);
    }
    return known;
  }

  private Map<Integer, RexNode> findPins(int factor) {
    Map<Integer, RexNode> pins = new LinkedHashMap<>();
    int offset = graph.offset(factor);
    int width = graph.factors().get(factor).getRowType().getFieldCount();
    for (int column = 0; column < width; column++) {
      int index = column;
      pin(factor, offset + column).ifPresent(value -> pins.put(index, value));
    }
    return pins;
  }

  private Optional<RexNode> pin(int factor, int column) {
    for (int equal : classes.getOrDefault(column, Set.of(column))) {
      RexNode outside = given.get(equal);
      if (outside != null) {
        return Optional.of(outside);
      }
    }
    for (Equality equality : graph.computed()) {
      if (isOfNoRow(equality.value()) && alike(equality.column()).anyMatch(e -> e == column)) {
        return Optional.of(equality.value());
      }
    }
    for (int equal : classes.getOrDefault(column, Set.of())) {
      int other = graph.factorOf(equal);
      Optional<RexNode> pinned =
          other == factor
              ? Optional.empty()
              : Pins.of(graph.factors().get(other), equal - graph.offset(other));
      if (pinned.isPresent()) {
        return pinned;
      }
    }
    return Optional.empty();
  }

  /** The columns of a relation that equal an expression over the joined ones. */
  private Map<Integer, RexNode> keys(int factor) {
    Map<Integer, RexNode> keys = new TreeMap<>();
    int offset = graph.offset(factor);
    int end = offset + graph.factors().get(factor).getRowType().getFieldCount();
    for (int column = offset; column < end; column++) {
      int own = column - offset;
      classes.getOrDefault(column, Set.of()).stream()
          .filter(equal -> joined.contains(graph.factorOf(equal)))
          .findFirst()
          .ifPresent(equal -> keys.put(own, reference(equal)));
    }
    for (Equality equality : graph.computed()) {
      if (!isOfNoRow(equality.value()) && isOverJoined(equality.value())) {
        alike(equality.column())
            .filter(column -> column >= offset && column < end)
            .forEach(column -> keys.putIfAbsent(column - offset, equality.value()));
      }
    }
    return keys;
  }

  /** A column and those that are equal to it and of its type. */
  private Stream<Integer> alike(int column) {
    return classes.getOrDefault(column, Set.of(column)).stream()
        .filter(equal -> graph.type(equal).equals(graph.type(column)));
  }

  private RexNode reference(int column) {
    RelNode any = graph.factors().get(0);
    return any.getCluster().getRexBuilder().makeInputRef(graph.type(column), column);
  }

  /** Whether a value is known before any row is read: one of an outer query's row is. */
  private static boolean isOfNoRow(RexNode value) {
    return EquiConditions.readsOnly(value, column -> false);
  }

  private boolean isOverJoined(RexNode value) {
    return EquiConditions.readsOnly(value, c -> joined.contains(graph.factorOf(c)));
  }

  /**
   * What to ask from outside for: the needs of the relation that has the fewest, of those that no
   * other could meet.
   */
  private List<Need> stuck() {
    List<Integer> alone = waiting().stream().filter(factor -> !couldBeMet(factor)).toList();
    List<Need> fewest = List.of();
    for (int factor : alone.isEmpty() ? waiting() : alone) {
      Set<Integer> known = new LinkedHashSet<>(pins(factor).keySet());
      known.addAll(keys(factor).keySet());
      List<Need> lacking = needsOf(factor, known);
      if (fewest.isEmpty() || lacking.size() < fewest.size()) {
        int offset = graph.offset(factor);
        fewest =
            lacking.stream()
                .map(need -> need.isReachable() ? need.at(need.column() + offset) : need)
                .toList();
      }
    }
    return fewest;
  }

  /** Whether a relation would need nothing if every other one were joined. */
  private boolean couldBeMet(int factor) {
    Set<Integer> known = new LinkedHashSet<>(pins(factor).keySet());
    int offset = graph.offset(factor);
    int end = offset + graph.factors().get(factor).getRowType().getFieldCount();
    for (int column = offset; column < end; column++) {
      int own = column;
      if (classes.getOrDefault(own, Set.of()).stream().anyMatch(c -> c < offset || c >= end)
          || graph.equalities().stream().anyMatch(equality -> equality.column() == own)) {
        known.add(column - offset);
      }
    }
    return needsOf(factor, known).isEmpty();
  }
}
