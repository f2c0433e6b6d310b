package dev.imago.calcite.rel;

import dev.imago.calcite.exec.BufferedRows;
import java.util.List;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.SingleRel;

/**
 * Keeps the rows of its input. It stands where the node above reads its input again and again: the
 * right side of a nested loop join would otherwise make its calls anew for every row of the left.
 */
public final class EnumerableBuffer extends SingleRel implements EnumerableRel {

  private EnumerableBuffer(RelOptCluster cluster, RelTraitSet traits, RelNode input) {
    super(cluster, traits, input);
  }

  /** The same rows, kept. */
  public static EnumerableBuffer of(RelNode input) {
    return new EnumerableBuffer(
        input.getCluster(), input.getCluster().traitSetOf(EnumerableConvention.INSTANCE), input);
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new EnumerableBuffer(getCluster(), traits, sole(inputs));
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    BlockBuilder code = new BlockBuilder();
    Result child = implementor.visitChild(this, 0, (EnumerableRel) getInput(), prefer);
    code.add(
        Expressions.return_(
            null,
            Expressions.call(
                BufferedRows.class,
                "of",
                Expressions.convert_(code.append("child", child.block), Enumerable.class))));
    return implementor.result(child.physType, code.toBlock());
  }
}
