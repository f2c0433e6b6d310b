package dev.imago.calcite.bind;

import dev.imago.calcite.rel.ApiScan;
import dev.imago.calcite.rel.BindingSet;
import java.util.Optional;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;

/** Columns that have one value in every row, known before any row is read. */
final class Pins {
  private Pins() {}

  /** The value that a column has in every row of a relation. */
  static Optional<RexNode> of(RelNode rel, int column) {
    if (rel instanceof ApiScan scan) {
      return ofScan(scan, column);
    }
    if (rel instanceof Filter || rel instanceof Sort) {
      return of(rel.getInput(0), column);
    }
    if (rel instanceof Project project) {
      return project.getProjects().get(column) instanceof RexInputRef ref
          ? of(project.getInput(), ref.getIndex())
          : Optional.empty();
    }
    if (rel instanceof Aggregate aggregate) {
      return aggregate.getGroupType() == Aggregate.Group.SIMPLE
              && column < aggregate.getGroupCount()
          ? of(aggregate.getInput(), aggregate.getGroupSet().nth(column))
          : Optional.empty();
    }
    return rel instanceof Join join ? ofJoin(join, column) : Optional.empty();
  }

  private static Optional<RexNode> ofScan(ApiScan scan, int column) {
    BindingSet bindings = scan.spec().bindings();
    String name = Placement.bound(scan.spec().table(), scan.spec().columns().get(column).name());
    return bindings.bindings().size() == 1
        ? Optional.ofNullable(bindings.bindings().get(0).values().get(name))
        : Optional.empty();
  }

  /** The side that an outer join fills with NULL pins nothing. */
  private static Optional<RexNode> ofJoin(Join join, int column) {
    int leftWidth = join.getLeft().getRowType().getFieldCount();
    if (column < leftWidth) {
      return join.getJoinType().generatesNullsOnLeft()
          ? Optional.empty()
          : of(join.getLeft(), column);
    }
    return join.getJoinType().generatesNullsOnRight()
        ? Optional.empty()
        : of(join.getRight(), column - leftWidth);
  }
}
