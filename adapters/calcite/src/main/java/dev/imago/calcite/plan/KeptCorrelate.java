package dev.imago.calcite.plan;

import org.apache.calcite.plan.Convention;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.AbstractRelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.type.RelDataType;

/** Stands for a correlate, as a leaf, while the rest of its tree is decorrelated. */
final class KeptCorrelate extends AbstractRelNode {
  private final Correlate correlate;

  KeptCorrelate(Correlate correlate) {
    super(correlate.getCluster(), correlate.getCluster().traitSetOf(Convention.NONE));
    this.correlate = correlate;
  }

  Correlate correlate() {
    return correlate;
  }

  @Override
  protected RelDataType deriveRowType() {
    return correlate.getRowType();
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return super.explainTerms(writer).item("correlate", RelOptUtil.toString(correlate));
  }
}
