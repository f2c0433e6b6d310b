package dev.imago.calcite.rel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexVisitorImpl;

/**
 * What the windows of a projection partition by. Only a condition on such columns can go below the
 * projection: it takes away whole partitions, and a window sees all rows of its own.
 */
public final class WindowPartitions {
  private WindowPartitions() {}

  /** The input columns that every window partitions by; empty when there is no window. */
  public static Optional<Set<Integer>> of(Project project) {
    List<Set<Integer>> partitions = new ArrayList<>();
    for (RexNode expression : project.getProjects()) {
      expression.accept(
          new RexVisitorImpl<Void>(true) {
            @Override
            public Void visitOver(RexOver over) {
              partitions.add(columns(over));
              return super.visitOver(over);
            }
          });
    }
    return partitions.stream().reduce(WindowPartitions::shared);
  }

  private static Set<Integer> columns(RexOver over) {
    Set<Integer> columns = new TreeSet<>();
    for (RexNode key : over.getWindow().partitionKeys) {
      if (key instanceof RexInputRef ref) {
        columns.add(ref.getIndex());
      }
    }
    return columns;
  }

  private static Set<Integer> shared(Set<Integer> one, Set<Integer> other) {
    Set<Integer> both = new TreeSet<>(one);
    both.retainAll(other);
    return both;
  }
}
