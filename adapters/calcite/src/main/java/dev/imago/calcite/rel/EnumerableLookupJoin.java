package dev.imago.calcite.rel;

import dev.imago.calcite.exec.LookupRows;
import dev.imago.calcite.exec.Reach;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.EnumerableCalc;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.adapter.enumerable.JavaRowFormat;
import org.apache.calcite.adapter.enumerable.PhysType;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.function.Function1;
import org.apache.calcite.linq4j.function.Predicate2;
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.linq4j.tree.ParameterExpression;
import org.apache.calcite.linq4j.tree.Types;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.BiRel;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rel.type.RelDataType;

/** A lookup join, as code. Rows of both sides travel as arrays, whatever their width. */
public final class EnumerableLookupJoin extends BiRel implements EnumerableRel {
  /** Named by its parameters, because the generated expressions do not always know their types. */
  private static final Method JOIN =
      Types.lookupMethod(
          LookupRows.class,
          "join",
          DataContext.class,
          Enumerable.class,
          Function1.class,
          Predicate2.class);

  private final LookupJoin.Spec spec;
  private final Reach reach;

  private EnumerableLookupJoin(
      RelOptCluster cluster,
      RelTraitSet traits,
      RelNode left,
      RelNode right,
      LookupJoin.Spec spec,
      Reach reach) {
    super(cluster, traits, left, right);
    this.spec = spec;
    this.reach = reach;
  }

  /**
   * The physical form of a lookup join over inputs that have one.
   *
   * @param mayStop whether perhaps not all of its rows will be read
   */
  public static EnumerableLookupJoin of(
      LookupJoin join, RelNode left, RelNode right, boolean mayStop) {
    RelOptCluster cluster = join.getCluster();
    return new EnumerableLookupJoin(
        cluster,
        cluster.traitSetOf(EnumerableConvention.INSTANCE),
        left,
        right,
        join.spec(),
        reach(right, mayStop));
  }

  private static Reach reach(RelNode right, boolean mayStop) {
    Reach.Keys keys =
        gathering(right)
            // A list that is narrowed in steps would be several.
            .map(spec -> spec.isNarrowed() ? Reach.Keys.ALWAYS_TOGETHER : Reach.Keys.TOGETHER)
            .orElse(Reach.Keys.APART);
    return new Reach(keys, mayStop);
  }

  private static Optional<ScanSpec> gathering(RelNode rel) {
    if (rel instanceof EnumerableApiScan scan) {
      return Optional.of(scan.spec()).filter(spec -> spec.gathering().isPresent());
    }
    return rel instanceof EnumerableCalc ? gathering(rel.getInput(0)) : Optional.empty();
  }

  public LookupJoin.Spec spec() {
    return spec;
  }

  @Override
  protected RelDataType deriveRowType() {
    return LookupJoin.rowType(this, spec.type());
  }

  @Override
  public Set<CorrelationId> getVariablesSet() {
    return Set.of(spec.variable());
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new EnumerableLookupJoin(
        getCluster(), traits, inputs.get(0), inputs.get(1), spec, reach);
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return super.explainTerms(writer).item("spec", spec).item("reach", reach);
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    BlockBuilder code = new BlockBuilder();
    Result leftResult = implementor.visitChild(this, 0, (EnumerableRel) left, Prefer.ARRAY);
    PhysType leftRow = ArrayRows.of(left.getRowType(), implementor);
    Expression leftRows =
        leftResult.physType.convertTo(code.append("left", leftResult.block), JavaRowFormat.ARRAY);
    LookupRows lookup =
        new LookupRows(
            spec.type(), spec.keys().toArray(), right.getRowType().getFieldCount(), reach);
    code.add(
        Expressions.return_(
            null,
            Expressions.call(
                implementor.stash(lookup, LookupRows.class),
                JOIN,
                DataContext.ROOT,
                Expressions.convert_(leftRows, Enumerable.class),
                rightOf(leftRow, implementor),
                ArrayRows.condition(spec.condition(), this, implementor))));
    return implementor.result(ArrayRows.of(getRowType(), implementor), code.toBlock());
  }

  /** {@code leftRow -> rows of the right side}. */
  @SuppressWarnings("unchecked") // The class of a function has no type parameters.
  private Expression rightOf(PhysType leftRow, EnumerableRelImplementor implementor) {
    BlockBuilder code = new BlockBuilder();
    ParameterExpression row =
        Expressions.parameter(Modifier.FINAL, Object[].class, spec.variable().getName());
    implementor.registerCorrelVariable(spec.variable().getName(), row, code, leftRow);
    Result result = implementor.visitChild(this, 1, (EnumerableRel) right, Prefer.ARRAY);
    implementor.clearCorrelVariable(spec.variable().getName());
    code.add(
        Expressions.return_(
            null,
            result.physType.convertTo(code.append("right", result.block), JavaRowFormat.ARRAY)));
    return Expressions.lambda(Function1.class, code.toBlock(), row);
  }
}
