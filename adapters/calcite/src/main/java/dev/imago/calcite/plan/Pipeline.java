package dev.imago.calcite.plan;

import dev.imago.calcite.bind.Binder;
import dev.imago.calcite.bind.Bound;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import org.apache.calcite.plan.Context;
import org.apache.calcite.plan.RelOptCostImpl;
import org.apache.calcite.plan.hep.HepPlanner;
import org.apache.calcite.plan.hep.HepProgram;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.Minus;
import org.apache.calcite.rel.core.RelFactories;
import org.apache.calcite.rel.core.RepeatUnion;
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

  /**
   * Runs every step.
   *
   * @throws ImagoException {@link ErrorCode#NOT_SUPPORTED} for a query that reads its own rows,
   *     compares what holds a ROW, or has a window that would not be computed right
   */
  Bound run(RelNode statement) {
    if (TreeSearch.has(statement, RepeatUnion.class)) {
      throw new ImagoException(ErrorCode.NOT_SUPPORTED, "WITH RECURSIVE is not supported");
    }
    RowComparisons.refuse(statement);
    WindowChecks.check(statement);
    RelNode rel = SearchFolding.fold(WholeDates.kept(TimestampTexts.read(statement)));
    if (TreeSearch.hasSubQuery(rel)) {
      rel = apply(Phases.SUB_QUERIES, rel);
    }
    Bound bound = binder.bind(DecidedRows.withoutPartners(pushed(rel)));
    rel = NestedFields.withoutNulls(apply(Phases.ORDER, apply(Phases.BOUND, bound.rel())));
    rel = TreeSearch.has(rel, Aggregate.class) ? apply(Phases.AGGREGATES, rel) : rel;
    return bound.with(TreeSearch.hasWindow(rel) ? apply(Phases.WINDOWS, rel) : rel);
  }

  /**
   * Filters in the scans, and the scans narrowed: the first form of the statement that gives every
   * scan its parameters. A correlated sub-query with a LIMIT is tried as it stands first, any other
   * as a join; and EXCEPT as it stands before it as a join.
   */
  private RelNode pushed(RelNode rel) {
    boolean correlates = TreeSearch.has(rel, Correlate.class);
    if (correlates && TreeSearch.hasLimit(rel)) {
      Decorrelation decorrelation =
          new Decorrelation(rel, tree -> apply(Phases.PUSH, tree), binder);
      RelNode limited = narrowed(decorrelation.keepingLimits());
      if (binder.lacksNothing(limited)) {
        return limited;
      }
    }
    RelNode joined = correlates ? Decorrelation.whole(rel) : rel;
    RelNode first = narrowed(joined);
    if (binder.lacksNothing(first)) {
      return first;
    }
    if (correlates) {
      RelNode correlated = narrowed(rel);
      if (binder.lacksNothing(correlated)) {
        return correlated;
      }
    }
    if (TreeSearch.has(rel, Minus.class)) {
      RelNode withoutExcept = narrowed(apply(Phases.EXCEPT, joined));
      if (binder.lacksNothing(withoutExcept)) {
        return withoutExcept;
      }
    }
    return first;
  }

  private RelNode narrowed(RelNode rel) {
    RelNode filtered = RequiredColumns.complete(apply(Phases.PUSH, rel));
    return apply(Phases.NARROW, new RelFieldTrimmer(null, builder(rel)).trim(filtered));
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
