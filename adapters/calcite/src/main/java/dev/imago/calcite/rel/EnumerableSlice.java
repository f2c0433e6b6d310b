package dev.imago.calcite.rel;

import dev.imago.calcite.exec.SlicedRows;
import java.util.List;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.SingleRel;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/** OFFSET and LIMIT without an order. It reads no row further than the last one that it gives. */
public final class EnumerableSlice extends SingleRel implements EnumerableRel {
  private final @Nullable RexNode offset;
  private final @Nullable RexNode fetch;

  private EnumerableSlice(
      RelOptCluster cluster,
      RelTraitSet traits,
      RelNode input,
      @Nullable RexNode offset,
      @Nullable RexNode fetch) {
    super(cluster, traits, input);
    this.offset = offset;
    this.fetch = fetch;
  }

  /** The physical form of a sort without keys over an input that has one. */
  public static EnumerableSlice of(Sort sort, RelNode input) {
    return new EnumerableSlice(
        sort.getCluster(),
        sort.getCluster().traitSetOf(EnumerableConvention.INSTANCE),
        input,
        sort.offset,
        sort.fetch);
  }

  public @Nullable RexNode offset() {
    return offset;
  }

  public @Nullable RexNode fetch() {
    return fetch;
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new EnumerableSlice(getCluster(), traits, sole(inputs), offset, fetch);
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return super.explainTerms(writer)
        .itemIf("offset", offset, offset != null)
        .itemIf("fetch", fetch, fetch != null);
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    BlockBuilder code = new BlockBuilder();
    Result child = implementor.visitChild(this, 0, (EnumerableRel) getInput(), prefer);
    code.add(
        Expressions.return_(
            null,
            Expressions.call(
                SlicedRows.class,
                "of",
                Expressions.convert_(code.append("child", child.block), Enumerable.class),
                count(offset, 0),
                count(fetch, Long.MAX_VALUE))));
    return implementor.result(child.physType, code.toBlock());
  }

  private static Expression count(@Nullable RexNode count, long none) {
    if (count instanceof RexDynamicParam parameter) {
      return Expressions.call(
          SlicedRows.class,
          "count",
          DataContext.ROOT,
          Expressions.constant("?" + parameter.getIndex()));
    }
    Long known = count == null ? null : RexLiteral.numberValue(count).longValue();
    return Expressions.constant(known == null ? none : known, long.class);
  }
}
