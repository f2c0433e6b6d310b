package dev.imago.calcite.bind;

import dev.imago.calcite.rel.ApiScan;
import dev.imago.calcite.rel.LookupJoin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Intersect;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.core.Minus;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Window;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexVisitorImpl;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * Finds the scans whose rows a statement cannot go without: were some missing, the result would
 * have rows that do not belong to it. These are
 *
 * <ul>
 *   <li>the scans on the side of a join that keeps the other side's rows where it has no partner
 *       for them: the right side of an anti join, each side that an outer join fills with NULLs;
 *       but not a total of all rows that is joined with each row, which is never NULL for want of a
 *       partner,
 *   <li>those that EXCEPT subtracts,
 *   <li>those below a total, as in {@code > (SELECT MAX(...))}, of groups and windows too, that a
 *       condition looks at; but not the condition of HAVING.
 * </ul>
 */
public final class IndispensableScans {
  private static final Set<SqlKind> PLACES =
      Set.of(SqlKind.ROW_NUMBER, SqlKind.RANK, SqlKind.DENSE_RANK);

  private final Set<ApiScan> scans = new HashSet<>();
  private final Set<String> tables = new HashSet<>();

  /** The totals among the columns that aggregates read. */
  private final IdentityHashMap<Aggregate, ImmutableBitSet> belowAggregates =
      new IdentityHashMap<>();

  private IndispensableScans() {}

  /** Those of a statement, in any of its logical forms without sub-queries. */
  public static IndispensableScans of(RelNode statement) {
    IndispensableScans found = new IndispensableScans();
    found.visit(statement);
    return found;
  }

  /** Whether the scan is one of them. */
  boolean contains(ApiScan scan) {
    return scans.contains(scan);
  }

  /** Whether one of them reads the scan's table: equal calls of a statement are one. */
  public boolean containsTableOf(ApiScan scan) {
    return tables.contains(scan.spec().table().qualifiedName());
  }

  /**
   * Goes through a part of the statement.
   *
   * @return the columns of its rows that are totals, or computed of such
   */
  private ImmutableBitSet visit(RelNode rel) {
    List<ImmutableBitSet> totals = new ArrayList<>();
    for (RelNode input : rel.getInputs()) {
      totals.add(visit(input));
    }
    if (rel instanceof Join join) {
      if (!addsOneTotal(join)) {
        addOfJoin(join.getJoinType(), rel);
      }
      return joined(rel, totals, join.getCondition(), join.getJoinType());
    }
    if (rel instanceof LookupJoin lookup) {
      addOfJoin(lookup.spec().type(), rel);
      if (lookup.spec().keys().intersects(totals.get(0))) {
        addBelowTotals(lookup.getLeft());
      }
      return joined(rel, totals, lookup.spec().condition(), lookup.spec().type());
    }
    if (rel instanceof Correlate correlate) {
      addOfJoin(correlate.getJoinType(), rel);
      if (correlate.getRequiredColumns().intersects(totals.get(0))) {
        addBelowTotals(correlate.getLeft());
      }
      return concatenated(rel, totals, correlate.getJoinType());
    }
    if (rel instanceof Minus) {
      rel.getInputs().stream().skip(1).forEach(this::add);
    }
    if ((rel instanceof Minus || rel instanceof Intersect)
        && !ImmutableBitSet.union(totals).isEmpty()) {
      rel.getInputs().forEach(this::addBelowTotals);
    }
    return totals(rel, totals);
  }

  private ImmutableBitSet totals(RelNode rel, List<ImmutableBitSet> totals) {
    if (rel instanceof Filter filter) {
      if (isOfGroups(filter.getInput())) {
        lookIntoGroups(RelOptUtil.InputFinder.bits(filter.getCondition()), filter.getInput());
      } else {
        look(filter.getCondition(), totals.get(0), filter);
      }
      return totals.get(0);
    }
    if (rel instanceof Project project) {
      return projected(project, totals.get(0));
    }
    if (rel instanceof Aggregate aggregate) {
      belowAggregates.put(aggregate, totals.get(0));
      return aggregate.getGroupCount() == 0
          ? ImmutableBitSet.range(aggregate.getRowType().getFieldCount())
          : grouped(aggregate, totals.get(0));
    }
    if (rel instanceof Window window) {
      return windowed(window, totals.get(0));
    }
    // What sets and sorts give stands where it stood; what else is added stands behind it.
    return ImmutableBitSet.union(totals);
  }

  private static ImmutableBitSet projected(Project project, ImmutableBitSet totals) {
    ImmutableBitSet.Builder projected = ImmutableBitSet.builder();
    for (int i = 0; i < project.getProjects().size(); i++) {
      RexNode value = project.getProjects().get(i);
      if (isTotalOfWindow(value) || RelOptUtil.InputFinder.bits(value).intersects(totals)) {
        projected.set(i);
      }
    }
    return projected.build();
  }

  /** Before it has a node of its own, a window stands in the expressions that use it. */
  private static boolean isTotalOfWindow(RexNode value) {
    List<RexOver> found = new ArrayList<>();
    value.accept(
        new RexVisitorImpl<Void>(true) {
          @Override
          public Void visitOver(RexOver over) {
            if (!PLACES.contains(over.getAggOperator().getKind())) {
              found.add(over);
            }
            return super.visitOver(over);
          }
        });
    return !found.isEmpty();
  }

  /** Whether a condition is that of HAVING, which the groups that came are held to. */
  private static boolean isOfGroups(RelNode rel) {
    return rel instanceof Project project
        ? !project.containsOver() && isOfGroups(project.getInput())
        : rel instanceof Aggregate aggregate && aggregate.getGroupCount() > 0;
  }

  /** A group that came may still be held to a total of other rows than its own. */
  private void lookIntoGroups(ImmutableBitSet columns, RelNode rel) {
    if (rel instanceof Project project) {
      ImmutableBitSet.Builder read = ImmutableBitSet.builder();
      for (int column : columns) {
        read.addAll(RelOptUtil.InputFinder.bits(project.getProjects().get(column)));
      }
      lookIntoGroups(read.build(), project.getInput());
    } else if (rel instanceof Aggregate aggregate
        && madeOf(aggregate, columns)
            .intersects(Objects.requireNonNull(belowAggregates.get(aggregate)))) {
      addBelowTotals(aggregate.getInput());
    }
  }

  /** The columns of an aggregate's input that some of its columns are made of. */
  private static ImmutableBitSet madeOf(Aggregate aggregate, ImmutableBitSet columns) {
    ImmutableBitSet.Builder made = ImmutableBitSet.builder();
    int keys = aggregate.getGroupCount();
    for (int column : columns) {
      if (column < keys) {
        made.set(aggregate.getGroupSet().nth(column));
      } else {
        AggregateCall call = aggregate.getAggCallList().get(column - keys);
        made.addAll(call.getArgList());
        if (call.hasFilter()) {
          made.set(call.filterArg);
        }
      }
    }
    return made.build();
  }

  /**
   * A place among the rows is one among those that came; any other value of a window is a total.
   */
  private static ImmutableBitSet windowed(Window window, ImmutableBitSet totals) {
    ImmutableBitSet.Builder windowed = totals.rebuild();
    int column = window.getInput().getRowType().getFieldCount();
    for (Window.Group group : window.groups) {
      for (Window.RexWinAggCall call : group.aggCalls) {
        if (!PLACES.contains(call.getKind())) {
          windowed.set(column);
        }
        column++;
      }
    }
    return windowed.build();
  }

  private static ImmutableBitSet grouped(Aggregate aggregate, ImmutableBitSet totals) {
    ImmutableBitSet.Builder grouped = ImmutableBitSet.builder();
    List<Integer> keys = aggregate.getGroupSet().asList();
    for (int i = 0; i < keys.size(); i++) {
      if (totals.get(keys.get(i))) {
        grouped.set(i);
      }
    }
    grouped.set(keys.size(), aggregate.getRowType().getFieldCount());
    return grouped.build();
  }

  private ImmutableBitSet joined(
      RelNode join, List<ImmutableBitSet> totals, RexNode condition, JoinRelType type) {
    look(condition, concatenated(join, totals, JoinRelType.INNER), join);
    return concatenated(join, totals, type);
  }

  private static ImmutableBitSet concatenated(
      RelNode join, List<ImmutableBitSet> totals, JoinRelType type) {
    int left = join.getInput(0).getRowType().getFieldCount();
    return type.projectsRight() ? totals.get(0).union(totals.get(1).shift(left)) : totals.get(0);
  }

  /** A condition that looks at a total lets other rows through when the total is another. */
  private void look(RexNode condition, ImmutableBitSet totals, RelNode rel) {
    if (RelOptUtil.InputFinder.bits(condition).intersects(totals)) {
      rel.getInputs().forEach(this::addBelowTotals);
    }
  }

  private void addBelowTotals(RelNode rel) {
    if (rel instanceof Aggregate
        || rel instanceof Window
        || (rel instanceof Project project && project.containsOver())) {
      add(rel);
    } else {
      rel.getInputs().forEach(this::addBelowTotals);
    }
  }

  /** Whether the join gives each row one more value, a total that there always is. */
  private static boolean addsOneTotal(Join join) {
    return join.getJoinType() == JoinRelType.LEFT
        && join.getCondition().isAlwaysTrue()
        && isOneTotal(join.getRight());
  }

  private static boolean isOneTotal(RelNode rel) {
    return rel instanceof Project project
        ? isOneTotal(project.getInput())
        : rel instanceof Aggregate aggregate
            && aggregate.getGroupCount() == 0
            && aggregate.getAggCallList().stream()
                .noneMatch(call -> call.getAggregation().getKind() == SqlKind.SINGLE_VALUE);
  }

  private void addOfJoin(JoinRelType type, RelNode join) {
    if (type == JoinRelType.ANTI || type.generatesNullsOnRight()) {
      add(join.getInput(1));
    }
    if (type.generatesNullsOnLeft()) {
      add(join.getInput(0));
    }
  }

  private void add(RelNode rel) {
    if (rel instanceof ApiScan scan) {
      scans.add(scan);
      tables.add(scan.spec().table().qualifiedName());
    }
    rel.getInputs().forEach(this::add);
  }
}
