package dev.imago.calcite.rel;

import com.google.common.collect.ImmutableList;
import dev.imago.calcite.exec.UnionRows;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.EnumerableCalc;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.adapter.enumerable.JavaRowFormat;
import org.apache.calcite.adapter.enumerable.PhysType;
import org.apache.calcite.adapter.enumerable.PhysTypeImpl;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.core.Union;

/**
 * UNION ALL whose inputs call ahead: the first answers of those behind the one that is read are on
 * their way. Calcite's own opens each input when the one before it has been read, so that the
 * services of a view answer one after the other.
 */
public final class EnumerableUnionAll extends Union implements EnumerableRel {
  private final boolean mayStop;

  private EnumerableUnionAll(
      RelOptCluster cluster, RelTraitSet traits, List<RelNode> inputs, boolean mayStop) {
    super(cluster, traits, inputs, true);
    this.mayStop = mayStop;
  }

  /**
   * The physical form of a union over inputs that have one.
   *
   * @param mayStop whether perhaps not all of its rows will be read
   */
  public static EnumerableUnionAll of(Union union, List<RelNode> inputs, boolean mayStop) {
    return new EnumerableUnionAll(
        union.getCluster(),
        union.getCluster().traitSetOf(EnumerableConvention.INSTANCE),
        ImmutableList.copyOf(inputs),
        mayStop);
  }

  @Override
  public EnumerableUnionAll copy(RelTraitSet traits, List<RelNode> inputs, boolean all) {
    return new EnumerableUnionAll(getCluster(), traits, inputs, mayStop);
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return super.explainTerms(writer).itemIf("mayStop", mayStop, mayStop);
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    BlockBuilder code = new BlockBuilder();
    List<Expression> rows = new ArrayList<>();
    List<Expression> opensAhead = new ArrayList<>();
    for (int input = 0; input < inputs.size(); input++) {
      EnumerableRel rel = (EnumerableRel) inputs.get(input);
      Result child = implementor.visitChild(this, input, rel, prefer);
      rows.add(code.append("child" + input, child.block));
      opensAhead.add(Expressions.constant(!mayStop && isOpenedUnread(rel)));
    }
    code.add(
        Expressions.return_(
            null,
            Expressions.call(
                UnionRows.class,
                "of",
                DataContext.ROOT,
                Expressions.newArrayInit(Enumerable.class, rows),
                Expressions.newArrayInit(boolean.class, opensAhead))));
    PhysType type =
        PhysTypeImpl.of(
            implementor.getTypeFactory(), getRowType(), prefer.prefer(JavaRowFormat.CUSTOM));
    return implementor.result(type, code.toBlock());
  }

  /** Whether to open an input sends its first call and reads no row: a sort would read them all. */
  private static boolean isOpenedUnread(RelNode rel) {
    return rel instanceof EnumerableApiScan
        || (rel instanceof EnumerableCalc calc && isOpenedUnread(calc.getInput()))
        || (rel instanceof EnumerableUnionAll union
            && union.getInputs().stream().allMatch(EnumerableUnionAll::isOpenedUnread));
  }
}
