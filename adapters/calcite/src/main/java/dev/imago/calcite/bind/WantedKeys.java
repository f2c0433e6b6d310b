package dev.imago.calcite.bind;

import dev.imago.calcite.rel.ApiScan;
import dev.imago.core.description.ReadMethod;
import dev.imago.core.read.KeyFilter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.core.Sort;

/**
 * Finds the columns whose value a lookup gives to the calls of its right side though they could be
 * made without it.
 *
 * <ul>
 *   <li>A parameter of a list, even one that the list would get from elsewhere: a zone of one
 *       project, asked for in another project, is an error and not an empty answer.
 *   <li>A key that makes a get of a list, where several of its values make one filtered list. Where
 *       the API has no such filter a list is better: it answers all keys of its parent with a call,
 *       and gets would make one for each.
 * </ul>
 */
final class WantedKeys {
  private final ReadChoice choice;

  WantedKeys(ReadChoice choice) {
    this.choice = choice;
  }

  /**
   * Whether the calls of a tree take the value of an output column.
   *
   * @param others the output columns that have a value besides
   */
  boolean take(RelNode rel, int column, Set<Integer> others) {
    return isListParameter(rel, column) || makesGet(rel, column, others);
  }

  private boolean isListParameter(RelNode rel, int column) {
    if (rel instanceof ApiScan scan) {
      return choice.missing(scan.spec(), List.of()).contains(name(scan, column));
    }
    Optional<JoinGraph> graph = JoinGraph.of(rel);
    if (graph.isPresent()) {
      return isListParameter(graph.get(), column);
    }
    if (rel instanceof Filter || rel instanceof SetOp || isWholeSort(rel)) {
      return rel.getInputs().stream().anyMatch(input -> isListParameter(input, column));
    }
    return Passage.of(rel)
        .flatMap(passage -> passage.below(column))
        .filter(below -> isListParameter(rel.getInput(0), below))
        .isPresent();
  }

  /** The name that a binding of the column has. */
  private static String name(ApiScan scan, int column) {
    return Placement.bound(scan.spec().table(), scan.spec().columns().get(column).name());
  }

  private static boolean isWholeSort(RelNode rel) {
    return rel instanceof Sort sort && sort.fetch == null && sort.offset == null;
  }

  private boolean isListParameter(JoinGraph graph, int output) {
    Optional<Integer> column = EquiConditions.plainColumn(graph.outputs().get(output));
    if (column.isEmpty()) {
      return false;
    }
    Set<Integer> equal = graph.classes().getOrDefault(column.get(), Set.of(column.get()));
    return equal.stream()
        .anyMatch(
            each -> {
              int factor = graph.factorOf(each);
              return isListParameter(graph.factors().get(factor), each - graph.offset(factor));
            });
  }

  /** Below what reads its rows when it is opened, gets would not wait for one another. */
  private boolean makesGet(RelNode rel, int column, Set<Integer> others) {
    if (rel instanceof ApiScan scan) {
      return makesGet(scan, name(scan, column), others);
    }
    if (rel instanceof Filter) {
      return makesGet(rel.getInput(0), column, others);
    }
    if (!(rel instanceof Project project) || project.containsOver()) {
      return false;
    }
    Passage passage = Passage.of(project).orElseThrow();
    Set<Integer> below = new LinkedHashSet<>();
    others.forEach(other -> passage.below(other).ifPresent(below::add));
    return passage
        .below(column)
        .filter(own -> makesGet(project.getInput(), own, below))
        .isPresent();
  }

  private boolean makesGet(ApiScan scan, String column, Set<Integer> others) {
    Set<String> bound = new TreeSet<>(scan.spec().bindings().columns());
    bound.add(column);
    others.forEach(other -> bound.add(name(scan, other)));
    return choice
        .readFor(scan.spec(), bound)
        .filter(read -> read.kind() == ReadMethod.Kind.GET && read.parameters().contains(column))
        .flatMap(get -> KeyFilter.of(scan.spec().table(), get.parameters()))
        .isPresent();
  }
}
