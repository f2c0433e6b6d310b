package dev.imago.calcite.bind;

import dev.imago.calcite.rel.ApiScan;
import dev.imago.calcite.rel.LookupJoin;
import dev.imago.core.statement.Cancellation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rex.RexNode;

/**
 * Finds what the scans of a tree lack, and which output columns of the tree would give it. A value
 * for an output column reaches a scan only where a filter on that column could go down to it.
 */
final class Needs {
  private final ReadChoice choice;
  private final WantedKeys wantedKeys;
  private final KnownCounts counts;
  private final NarrowedLists narrowed;
  private final Cancellation cancellation;

  /**
   * @param narrowed the lists that left rows may narrow
   * @param cancellation ends the search for them
   */
  Needs(ReadChoice choice, NarrowedLists narrowed, Cancellation cancellation) {
    this.cancellation = cancellation;
    this.choice = choice;
    this.wantedKeys = new WantedKeys(choice);
    this.counts = new KnownCounts(choice, narrowed);
    this.narrowed = narrowed;
  }

  /** Returns quietly unless the planning was asked to end. */
  void checkNotCancelled() {
    cancellation.check();
  }

  /** The lists that left rows may narrow. */
  NarrowedLists narrowed() {
    return narrowed;
  }

  /** What is known of the numbers of rows and calls. */
  KnownCounts counts() {
    return counts;
  }

  /**
   * Whether a lookup does without the value of an output column: no call takes it, and with the
   * other columns nothing is missing.
   *
   * @param others the output columns that the lookup has besides
   */
  boolean doesWithout(RelNode rel, int column, Set<Integer> others) {
    return !wantedKeys.take(rel, column, others) && of(rel, others).isEmpty();
  }

  /**
   * The needs of a tree, when some of its output columns have a known value.
   *
   * @param known output columns
   */
  List<Need> of(RelNode rel, Set<Integer> known) {
    if (rel instanceof ApiScan scan) {
      return ofScan(scan, known);
    }
    if (rel instanceof LookupJoin) {
      return List.of();
    }
    Optional<JoinGraph> graph = JoinGraph.of(rel);
    if (graph.isPresent()) {
      return ofGraph(graph.get(), known);
    }
    if (rel instanceof Join join) {
      return ofJoin(join, known);
    }
    if (rel instanceof Correlate correlate) {
      return ofCorrelate(correlate, known);
    }
    if (rel instanceof Filter) {
      return of(rel.getInput(0), known);
    }
    if (rel instanceof Sort sort) {
      return sort.fetch == null && sort.offset == null
          ? of(rel.getInput(0), known)
          : blocked(of(rel.getInput(0), Set.of()), "a LIMIT stands between");
    }
    if (rel instanceof SetOp) {
      List<Need> all = new ArrayList<>();
      rel.getInputs().forEach(input -> all.addAll(of(input, known)));
      return all;
    }
    Optional<Passage> passage = Passage.of(rel);
    return passage.isPresent() ? through(passage.get(), rel.getInput(0), known) : ofOther(rel);
  }

  private List<Need> ofScan(ApiScan scan, Set<Integer> known) {
    Set<String> bound = new TreeSet<>(scan.spec().bindings().columns());
    List<String> names =
        scan.getRowType().getFieldNames().stream()
            .map(name -> Placement.bound(scan.spec().table(), name))
            .toList();
    known.forEach(column -> bound.add(names.get(column)));
    if (choice.readFor(scan.spec(), bound).isPresent()) {
      return List.of();
    }
    return choice.missing(scan.spec(), bound).stream()
        .map(parameter -> Need.of(scan, parameter, names.indexOf(parameter)))
        .toList();
  }

  /** Column numbers change on the way down, and again on the way up. */
  private List<Need> through(Passage passage, RelNode input, Set<Integer> known) {
    Set<Integer> below = new LinkedHashSet<>();
    known.forEach(column -> passage.below(column).ifPresent(below::add));
    List<Need> needs = new ArrayList<>();
    for (Need need : of(input, below)) {
      Optional<Integer> above =
          need.isReachable() ? passage.above(need.column()) : Optional.empty();
      needs.add(above.isPresent() ? need.at(above.get()) : need.blocked(""));
    }
    return needs;
  }

  private List<Need> ofGraph(JoinGraph graph, Set<Integer> known) {
    Map<Integer, RexNode> given = new HashMap<>();
    for (int column : known) {
      RexNode output = graph.outputs().get(column);
      EquiConditions.plainColumn(output).ifPresent(c -> given.put(c, output));
    }
    List<Need> needs = new ArrayList<>();
    for (Need need : JoinOrder.find(graph, given, this).stuck()) {
      needs.add(need.isReachable() ? atOutput(need, graph) : need);
    }
    return needs;
  }

  /** The output column that shows the needed one, or one that is equal to it. */
  private static Need atOutput(Need need, JoinGraph graph) {
    Set<Integer> equal = graph.classes().getOrDefault(need.column(), Set.of(need.column()));
    for (int output = 0; output < graph.outputs().size(); output++) {
      Optional<Integer> column = EquiConditions.plainColumn(graph.outputs().get(output));
      if (column.isPresent() && equal.contains(column.get())) {
        return need.at(output);
      }
    }
    return need.blocked("no output of the join shows it");
  }

  private List<Need> ofJoin(Join join, Set<Integer> known) {
    OuterJoin outer = OuterJoin.of(join);
    if (outer.touchesOptionalSide(known)) {
      return ofGraph(outer.asInner(), known);
    }
    List<Need> needs = new ArrayList<>();
    if (outer.keepsBoth()) {
      needs.addAll(blocked(of(join.getLeft(), Set.of()), OuterJoin.FULL));
      needs.addAll(blocked(of(join.getRight(), Set.of()), OuterJoin.FULL));
      return needs;
    }
    for (Need need : of(outer.kept(), outer.knownOfKept(known))) {
      needs.add(need.isReachable() ? need.at(outer.outputOfKept(need.column())) : need);
    }
    needs.addAll(
        blocked(
            of(outer.optional(), outer.equalities().keySet()),
            "the outer join keeps rows that it has no value for"));
    return needs;
  }

  private List<Need> ofCorrelate(Correlate correlate, Set<Integer> known) {
    int leftWidth = correlate.getLeft().getRowType().getFieldCount();
    Set<Integer> left = new LinkedHashSet<>(known);
    left.removeIf(column -> column >= leftWidth);
    List<Need> needs = new ArrayList<>(of(correlate.getLeft(), left));
    needs.addAll(
        blocked(of(correlate.getRight(), Set.of()), "the sub-query does not tie it to the query"));
    return needs;
  }

  private List<Need> ofOther(RelNode rel) {
    List<Need> needs = new ArrayList<>();
    rel.getInputs()
        .forEach(
            input ->
                needs.addAll(
                    blocked(of(input, Set.of()), rel.getRelTypeName() + " stands between")));
    return needs;
  }

  private static List<Need> blocked(List<Need> needs, String why) {
    return needs.stream().map(need -> need.blocked(why)).toList();
  }
}
