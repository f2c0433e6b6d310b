package dev.imago.calcite.rel;

import java.util.List;
import java.util.Set;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.BiRel;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.validate.SqlValidatorUtil;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * A join whose right side is read for the rows of its left: the left rows' key columns bind the
 * parameters of scans on the right. Each distinct key is read once. Logical; {@link
 * EnumerableLookupJoin} is its physical form.
 */
public final class LookupJoin extends BiRel {
  private final Spec spec;

  /**
   * What a lookup join does.
   *
   * @param variable how the right side refers to the left row
   * @param keys the columns of the left row that the right side refers to
   * @param type inner, left, semi or anti
   * @param condition what else a pair of rows must satisfy, over the columns of both sides
   */
  public record Spec(
      CorrelationId variable, ImmutableBitSet keys, JoinRelType type, RexNode condition) {}

  private LookupJoin(
      RelOptCluster cluster, RelTraitSet traits, RelNode left, RelNode right, Spec spec) {
    super(cluster, traits, left, right);
    this.spec = spec;
  }

  public static LookupJoin of(RelNode left, RelNode right, Spec spec) {
    RelOptCluster cluster = left.getCluster();
    return new LookupJoin(cluster, cluster.traitSetOf(Convention.NONE), left, right, spec);
  }

  /** The same join with another condition. */
  public LookupJoin with(RexNode condition) {
    return of(left, right, new Spec(spec.variable(), spec.keys(), spec.type(), condition));
  }

  public Spec spec() {
    return spec;
  }

  @Override
  protected RelDataType deriveRowType() {
    return rowType(this, spec.type());
  }

  static RelDataType rowType(BiRel join, JoinRelType type) {
    return type.projectsRight()
        ? SqlValidatorUtil.deriveJoinRowType(
            join.getLeft().getRowType(),
            join.getRight().getRowType(),
            type,
            join.getCluster().getTypeFactory(),
            null,
            List.of())
        : join.getLeft().getRowType();
  }

  @Override
  public Set<CorrelationId> getVariablesSet() {
    return Set.of(spec.variable());
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new LookupJoin(getCluster(), traits, inputs.get(0), inputs.get(1), spec);
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return super.explainTerms(writer).item("spec", spec);
  }
}
