package dev.imago.calcite.plan;

import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * Completes what correlates say about the columns of their left row that the right side reads.
 * Calcite leaves out those of a join condition that it moves to the right side, and then the field
 * trimmer takes them away.
 */
final class RequiredColumns extends RelHomogeneousShuttle {
  private RequiredColumns() {}

  /** The same tree with complete correlates. */
  static RelNode complete(RelNode rel) {
    return rel.accept(new RequiredColumns());
  }

  @Override
  public RelNode visit(RelNode other) {
    RelNode rel = super.visit(other);
    if (!(rel instanceof Correlate correlate)) {
      return rel;
    }
    ImmutableBitSet read =
        RelOptUtil.correlationColumns(correlate.getCorrelationId(), correlate.getRight());
    return correlate.copy(
        correlate.getTraitSet(),
        correlate.getLeft(),
        correlate.getRight(),
        correlate.getCorrelationId(),
        correlate.getRequiredColumns().union(read),
        correlate.getJoinType());
  }
}
