package dev.imago.calcite.plan;

import dev.imago.calcite.bind.Binder;
import dev.imago.calcite.rel.ApiScan;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.RelFactories;
import org.apache.calcite.rel.logical.LogicalCorrelate;
import org.apache.calcite.sql2rel.RelDecorrelator;

/**
 * Correlates become joins, but for those whose LIMIT a call can take: as a join, the LIMIT would be
 * a filter on ROW_NUMBER, which reads all rows of every call.
 */
final class Decorrelation {
  private final RelNode statement;
  private final UnaryOperator<RelNode> push;
  private final Binder binder;

  /**
   * The decorrelation of one statement.
   *
   * @param push moves the filters of a tree into its scans
   * @param binder tells whether scans have all that they need
   */
  Decorrelation(RelNode statement, UnaryOperator<RelNode> push, Binder binder) {
    this.statement = statement;
    this.push = push;
    this.binder = binder;
  }

  /** The statement with joins for its correlates, but for those that limit what they look up. */
  RelNode keepingLimits() {
    return keepingLimits(statement);
  }

  private RelNode keepingLimits(RelNode rel) {
    return restored(whole(standingIn(rel)));
  }

  /** The tree with joins for its correlates, all of them. */
  static RelNode whole(RelNode rel) {
    RelNode calls = NestedFields.asCalls(rel);
    RelNode hidden = OuterValues.nullable(CorrelatedKeys.apart(ConstantKeys.hidden(calls)));
    RelNode joined =
        RelDecorrelator.decorrelateQuery(
            hidden, RelFactories.LOGICAL_BUILDER.create(rel.getCluster(), null));
    return NestedFields.asFields(Opaque.shown(joined));
  }

  private RelNode standingIn(RelNode rel) {
    return rel.accept(
        new RelHomogeneousShuttle() {
          @Override
          public RelNode visit(LogicalCorrelate correlate) {
            return isKept(correlate)
                ? new KeptCorrelate(
                    correlate.copy(
                        correlate.getTraitSet(),
                        List.of(keepingLimits(correlate.getLeft()), correlate.getRight())))
                : super.visit(correlate);
          }
        });
  }

  private static RelNode restored(RelNode rel) {
    return rel.accept(
        new RelHomogeneousShuttle() {
          @Override
          public RelNode visit(RelNode node) {
            return node instanceof KeptCorrelate kept ? kept.correlate() : super.visit(node);
          }
        });
  }

  /** A right side that has a LIMIT, and whose every call is made with a value of the left row. */
  private boolean isKept(Correlate correlate) {
    if (!TreeSearch.hasLimit(correlate.getRight())
        || TreeSearch.has(correlate.getRight(), Correlate.class)
        || !RelOptUtil.getVariablesUsed(correlate).isEmpty()) {
      return false;
    }
    RelNode right = push.apply(correlate.getRight());
    return TreeSearch.has(right, ApiScan.class)
        && TreeSearch.allScans(right, this::isLookedUpAlone)
        && binder.lacksNothing(right);
  }

  /** A table that is read elsewhere too may have its calls there, and shares them without LIMIT. */
  private boolean isLookedUpAlone(ApiScan scan) {
    return scan.spec().bindings().readsLeftRow()
        && TreeSearch.scans(statement).stream()
                .filter(other -> other.spec().table().equals(scan.spec().table()))
                .count()
            == 1;
  }
}
