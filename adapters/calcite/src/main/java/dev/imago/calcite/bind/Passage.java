package dev.imago.calcite.bind;

import dev.imago.calcite.rel.WindowPartitions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Project;

/**
 * The way of columns through a node with one input: which input column an output column shows
 * unchanged, where a filter on the one may stand for a filter on the other.
 */
final class Passage {
  private final Map<Integer, Integer> belowByAbove;

  private Passage(Map<Integer, Integer> belowByAbove) {
    this.belowByAbove = belowByAbove;
  }

  /** The way through a projection or an aggregation; empty for any other node. */
  static Optional<Passage> of(RelNode rel) {
    if (rel instanceof Project project) {
      return Optional.of(new Passage(ofProject(project)));
    }
    return rel instanceof Aggregate aggregate
        ? Optional.of(new Passage(ofAggregate(aggregate)))
        : Optional.empty();
  }

  /** With windows, only what every window partitions by passes: a window sees all its rows. */
  private static Map<Integer, Integer> ofProject(Project project) {
    Optional<Set<Integer>> partitions = WindowPartitions.of(project);
    Map<Integer, Integer> columns = new HashMap<>();
    for (int above = 0; above < project.getProjects().size(); above++) {
      Optional<Integer> below = EquiConditions.plainColumn(project.getProjects().get(above));
      if (below.isPresent() && (partitions.isEmpty() || partitions.get().contains(below.get()))) {
        columns.put(above, below.get());
      }
    }
    return columns;
  }

  private static Map<Integer, Integer> ofAggregate(Aggregate aggregate) {
    Map<Integer, Integer> columns = new HashMap<>();
    if (aggregate.getGroupType() == Aggregate.Group.SIMPLE) {
      List<Integer> group = aggregate.getGroupSet().asList();
      for (int above = 0; above < group.size(); above++) {
        columns.put(above, group.get(above));
      }
    }
    return columns;
  }

  /** The input column that an output column shows. */
  Optional<Integer> below(int above) {
    return Optional.ofNullable(belowByAbove.get(above));
  }

  /** An output column that shows an input column. */
  Optional<Integer> above(int below) {
    return belowByAbove.entrySet().stream()
        .filter(entry -> entry.getValue() == below)
        .map(Map.Entry::getKey)
        .min(Integer::compare);
  }
}
