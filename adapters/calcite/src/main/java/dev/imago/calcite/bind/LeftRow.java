package dev.imago.calcite.bind;

import java.util.Map;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.util.ImmutableBitSet;

/** The left row of a lookup join as its right side sees it: through a correlation variable. */
final class LeftRow {
  private final RelNode left;
  private final CorrelationId variable;
  private final ImmutableBitSet.Builder used = ImmutableBitSet.builder();

  LeftRow(RelNode left) {
    this.left = left;
    this.variable = left.getCluster().createCorrel();
  }

  /**
   * An expression over the left columns, as one that the right side can use.
   *
   * @param positions where each column that the expression reads stands in the left row
   */
  RexNode seenFromRight(RexNode expression, Map<Integer, Integer> positions) {
    RexBuilder rexBuilder = left.getCluster().getRexBuilder();
    return expression.accept(
        new RexShuttle() {
          @Override
          public RexNode visitInputRef(RexInputRef ref) {
            Integer position = positions.get(ref.getIndex());
            if (position == null) {
              throw new IllegalStateException("column " + ref.getIndex() + " is not on the left");
            }
            used.set(position);
            return rexBuilder.makeFieldAccess(
                rexBuilder.makeCorrel(left.getRowType(), variable), position);
          }
        });
  }

  CorrelationId variable() {
    return variable;
  }

  /** The columns that the right side uses. */
  ImmutableBitSet used() {
    return used.build();
  }
}
