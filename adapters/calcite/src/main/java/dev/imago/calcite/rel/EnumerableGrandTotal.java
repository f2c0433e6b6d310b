package dev.imago.calcite.rel;

import dev.imago.calcite.exec.RowsOrElse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.adapter.enumerable.PhysType;
import org.apache.calcite.adapter.enumerable.RexImpTable;
import org.apache.calcite.adapter.enumerable.RexToLixTranslator;
import org.apache.calcite.adapter.java.JavaTypeFactory;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.SingleRel;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexLiteral;

/**
 * The total of no rows. It stands above an aggregate by several groupings of which one is the grand
 * total: of no rows at all there is a grand total too, which Calcite's runtime leaves out.
 */
public final class EnumerableGrandTotal extends SingleRel implements EnumerableRel {
  private final Aggregate aggregate;

  private EnumerableGrandTotal(
      RelOptCluster cluster, RelTraitSet traits, RelNode input, Aggregate aggregate) {
    super(cluster, traits, input);
    this.aggregate = aggregate;
  }

  /** Whether an aggregate needs it. */
  public static boolean isNeeded(Aggregate aggregate) {
    return aggregate.getGroupSets().size() > 1
        && aggregate.getGroupSets().stream().anyMatch(set -> set.isEmpty());
  }

  /**
   * The rows of the aggregate, or its grand total.
   *
   * @param input the aggregate's physical form
   */
  public static EnumerableGrandTotal of(Aggregate aggregate, RelNode input) {
    RelOptCluster cluster = input.getCluster();
    return new EnumerableGrandTotal(
        cluster, cluster.traitSetOf(EnumerableConvention.INSTANCE), input, aggregate);
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new EnumerableGrandTotal(getCluster(), traits, sole(inputs), aggregate);
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    BlockBuilder code = new BlockBuilder();
    Result child = implementor.visitChild(this, 0, (EnumerableRel) getInput(), prefer);
    code.add(
        Expressions.return_(
            null,
            Expressions.call(
                RowsOrElse.class,
                "of",
                Expressions.convert_(code.append("child", child.block), Enumerable.class),
                Expressions.convert_(total(child.physType), Object.class))));
    return implementor.result(child.physType, code.toBlock());
  }

  private Expression total(PhysType physType) {
    List<Expression> values = new ArrayList<>();
    int keys = aggregate.getGroupCount();
    for (int i = 0; i < getRowType().getFieldCount(); i++) {
      RelDataType type = getRowType().getFieldList().get(i).getType();
      values.add(
          literal(
              i < keys
                  ? getCluster().getRexBuilder().makeNullLiteral(type)
                  : ofNoRows(aggregate.getAggCallList().get(i - keys), type)));
    }
    return physType.record(values);
  }

  private Expression literal(RexLiteral literal) {
    return RexToLixTranslator.translateLiteral(
        literal,
        literal.getType(),
        (JavaTypeFactory) getCluster().getTypeFactory(),
        literal.isNull() ? RexImpTable.NullAs.NULL : RexImpTable.NullAs.NOT_POSSIBLE);
  }

  private RexLiteral ofNoRows(AggregateCall call, RelDataType type) {
    return switch (call.getAggregation().getKind()) {
      case COUNT, SUM0, REGR_COUNT, GROUP_ID -> number(0, type);
      // A bit for each key that the row is not grouped by.
      case GROUPING, GROUPING_ID -> number((1L << call.getArgList().size()) - 1, type);
      default -> getCluster().getRexBuilder().makeNullLiteral(type);
    };
  }

  private RexLiteral number(long value, RelDataType type) {
    return getCluster().getRexBuilder().makeExactLiteral(BigDecimal.valueOf(value), type);
  }
}
