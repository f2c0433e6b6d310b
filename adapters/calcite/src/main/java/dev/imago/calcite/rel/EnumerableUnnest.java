package dev.imago.calcite.rel;

import dev.imago.calcite.exec.UnnestedRows;
import java.util.List;
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
import org.apache.calcite.rel.core.Uncollect;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * UNNEST, as code. Calcite's own fails on a collection that is NULL, which is how an API says that
 * a list is empty, and on rows that are arrays.
 */
public final class EnumerableUnnest extends Uncollect implements EnumerableRel {

  private EnumerableUnnest(
      RelOptCluster cluster, RelTraitSet traits, RelNode input, boolean withOrdinality) {
    super(cluster, traits, input, withOrdinality, List.of());
  }

  /** The physical form of an UNNEST over an input that has one. */
  public static EnumerableUnnest of(Uncollect unnest, RelNode input) {
    return new EnumerableUnnest(
        unnest.getCluster(),
        unnest.getCluster().traitSetOf(EnumerableConvention.INSTANCE),
        input,
        unnest.withOrdinality);
  }

  @Override
  public RelNode copy(RelTraitSet traits, RelNode input) {
    return new EnumerableUnnest(getCluster(), traits, input, withOrdinality);
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    BlockBuilder code = new BlockBuilder();
    Result child = implementor.visitChild(this, 0, (EnumerableRel) getInput(), Prefer.ARRAY);
    Expression collections =
        child.physType.convertTo(code.append("child", child.block), JavaRowFormat.ARRAY);
    UnnestedRows rows = new UnnestedRows(expands(), withOrdinality, getRowType().getFieldCount());
    code.add(
        Expressions.return_(
            null,
            Expressions.call(
                implementor.stash(rows, UnnestedRows.class),
                "of",
                Expressions.convert_(collections, Enumerable.class))));
    PhysType physType =
        PhysTypeImpl.of(implementor.getTypeFactory(), getRowType(), prefer.preferArray());
    return implementor.result(physType, code.toBlock());
  }

  private boolean[] expands() {
    List<RelDataTypeField> fields = getInput().getRowType().getFieldList();
    boolean[] expands = new boolean[fields.size()];
    for (int i = 0; i < expands.length; i++) {
      RelDataType element = fields.get(i).getType().getComponentType();
      expands[i] =
          fields.get(i).getType().getSqlTypeName() == SqlTypeName.MAP
              || (element != null && element.isStruct());
    }
    return expands;
  }
}
