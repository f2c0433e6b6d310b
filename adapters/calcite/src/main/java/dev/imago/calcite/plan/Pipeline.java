package dev.imago.calcite.plan;

import org.apache.calcite.plan.Context;
import org.apache.calcite.plan.RelOptCostImpl;
import org.apache.calcite.plan.hep.HepPlanner;
import org.apache.calcite.plan.hep.HepProgram;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.RelFactories;
import org.apache.calcite.sql2rel.RelDecorrelator;
import org.apache.calcite.sql2rel.RelFieldTrimmer;
import org.apache.calcite.tools.RelBuilder;

/**
 * The steps from a statement's first relational form to one whose every scan has its calls. The
 * order is fixed and each step has one outcome; docs/architecture.md says why there is no search.
 */
final class Pipeline {
  private final Context context;
  private final Binder binder;

  /**
   * @param context what the planner's rules can ask for: the cancel flag
   * @param binder chooses the calls of every scan
   */
  Pipeline(Context context, Binder binder) {
    this.context = context;
    this.binder = binder;
  }

  /** Runs every step. */
  RelNode run(RelNode statement) {
    RelNode rel = SearchFolding.fold(statement);
    if (TreeSearch.hasSubQuery(rel)) {
      rel = apply(Phases.SUB_QUERIES, rel);
    }
    if (TreeSearch.has(rel, Correlate.class)) {
      rel = RelDecorrelator.decorrelateQuery(rel, builder(rel));
    }
    rel = apply(Phases.PUSH, rel);
    rel = new RelFieldTrimmer(null, builder(rel)).trim(rel);
    rel = apply(Phases.NARROW, rel);
    rel = binder.bind(rel);
    rel = apply(Phases.ORDER, rel);
    rel = TreeSearch.has(rel, Aggregate.class) ? apply(Phases.AGGREGATES, rel) : rel;
    return TreeSearch.hasWindow(rel) ? apply(Phases.WINDOWS, rel) : rel;
  }

  private RelNode apply(HepProgram program, RelNode rel) {
    HepPlanner planner = new HepPlanner(program, context, true, null, RelOptCostImpl.FACTORY);
    planner.setRoot(rel);
    return planner.findBestExp();
  }

  private static RelBuilder builder(RelNode rel) {
    return RelFactories.LOGICAL_BUILDER.create(rel.getCluster(), null);
  }
}
