package dev.imago.calcite.rel;

import dev.imago.calcite.exec.RightKeepingRows;
import java.util.List;
import java.util.Set;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.adapter.enumerable.JavaRowFormat;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rex.RexNode;

/** A RIGHT or FULL join by a nested loop, as code: see {@link RightKeepingRows}. */
public final class EnumerableRightKeepingJoin extends Join implements EnumerableRel {

  private EnumerableRightKeepingJoin(
      RelOptCluster cluster,
      RelTraitSet traits,
      RelNode left,
      RelNode right,
      RexNode condition,
      JoinRelType type) {
    super(cluster, traits, List.of(), left, right, condition, Set.of(), type);
  }

  /** The physical form of a join whose inputs have one. */
  public static EnumerableRightKeepingJoin of(Join join) {
    RelOptCluster cluster = join.getCluster();
    return new EnumerableRightKeepingJoin(
        cluster,
        cluster.traitSetOf(EnumerableConvention.INSTANCE),
        join.getLeft(),
        join.getRight(),
        join.getCondition(),
        join.getJoinType());
  }

  @Override
  public Join copy(
      RelTraitSet traits,
      RexNode newCondition,
      RelNode newLeft,
      RelNode newRight,
      JoinRelType newType,
      boolean semiJoinDone) {
    return new EnumerableRightKeepingJoin(
        getCluster(), traits, newLeft, newRight, newCondition, newType);
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    BlockBuilder code = new BlockBuilder();
    Expression leftRows = rows(0, code, implementor);
    Expression rightRows = rows(1, code, implementor);
    RightKeepingRows.Shape shape =
        new RightKeepingRows.Shape(
            getLeft().getRowType().getFieldCount(),
            getRight().getRowType().getFieldCount(),
            getJoinType().generatesNullsOnRight());
    code.add(
        Expressions.return_(
            null,
            Expressions.call(
                RightKeepingRows.class,
                "of",
                leftRows,
                rightRows,
                ArrayRows.condition(getCondition(), this, implementor),
                implementor.stash(shape, RightKeepingRows.Shape.class))));
    return implementor.result(ArrayRows.of(getRowType(), implementor), code.toBlock());
  }

  private Expression rows(int input, BlockBuilder code, EnumerableRelImplementor implementor) {
    Result result =
        implementor.visitChild(this, input, (EnumerableRel) getInput(input), Prefer.ARRAY);
    return Expressions.convert_(
        result.physType.convertTo(
            code.append(input == 0 ? "left" : "right", result.block), JavaRowFormat.ARRAY),
        Enumerable.class);
  }
}
