package dev.imago.calcite.bind;

import dev.imago.calcite.rel.ApiScan;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.core.Sort;

/**
 * Finds the columns whose value is a parameter of a list. A lookup gives all of those that it has,
 * even one that the list would get from elsewhere: a zone of one project, asked for in another
 * project, is an error and not an empty answer.
 */
final class ListParameters {
  private final ReadChoice choice;

  ListParameters(ReadChoice choice) {
    this.choice = choice;
  }

  /** Whether a value for the output column gets to a scan that lists by it. */
  boolean reachedBy(RelNode rel, int column) {
    if (rel instanceof ApiScan scan) {
      return choice
          .missing(scan.spec().table(), List.of())
          .contains(scan.spec().columns().get(column).name());
    }
    Optional<JoinGraph> graph = JoinGraph.of(rel);
    if (graph.isPresent()) {
      return reachedBy(graph.get(), column);
    }
    if (rel instanceof Filter || rel instanceof SetOp || isWholeSort(rel)) {
      return rel.getInputs().stream().anyMatch(input -> reachedBy(input, column));
    }
    return Passage.of(rel)
        .flatMap(passage -> passage.below(column))
        .filter(below -> reachedBy(rel.getInput(0), below))
        .isPresent();
  }

  private static boolean isWholeSort(RelNode rel) {
    return rel instanceof Sort sort && sort.fetch == null && sort.offset == null;
  }

  private boolean reachedBy(JoinGraph graph, int output) {
    Optional<Integer> column = EquiConditions.plainColumn(graph.outputs().get(output));
    if (column.isEmpty()) {
      return false;
    }
    Set<Integer> equal = graph.classes().getOrDefault(column.get(), Set.of(column.get()));
    return equal.stream()
        .anyMatch(
            each -> {
              int factor = graph.factorOf(each);
              return reachedBy(graph.factors().get(factor), each - graph.offset(factor));
            });
  }
}
