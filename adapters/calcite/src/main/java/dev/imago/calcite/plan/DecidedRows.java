package dev.imago.calcite.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/**
 * Left joins look for no partner of a row that is decided without one. In {@code condition OR
 * EXISTS (...)} the sub-query is a left join below the OR: a row whose condition is TRUE passes
 * whatever the join finds, so the join asks for {@code condition IS NOT TRUE} too, and a lookup
 * then makes no call for that row.
 */
final class DecidedRows extends RelHomogeneousShuttle {
  private DecidedRows() {}

  /** The same rows, with fewer partners that nobody looks at. */
  static RelNode withoutPartners(RelNode rel) {
    return rel.accept(new DecidedRows());
  }

  @Override
  public RelNode visit(RelNode other) {
    RelNode rel = super.visit(other);
    Optional<List<RexNode>> readers = readers(rel);
    if (readers.isEmpty()) {
      return rel;
    }
    RelNode input = rel.getInput(0);
    if (input instanceof Filter filter && filter.getInput() instanceof Join join) {
      List<RexNode> all = new ArrayList<>(readers.get());
      all.addAll(RelOptUtil.conjunctions(filter.getCondition()));
      RelNode narrower = filter.copy(filter.getTraitSet(), List.of(undecided(join, all)));
      return rel.copy(rel.getTraitSet(), List.of(narrower));
    }
    return input instanceof Join join
        ? rel.copy(rel.getTraitSet(), List.of(undecided(join, readers.get())))
        : rel;
  }

  /** What a node reads of its input's rows, where it does not show them as they are. */
  private static Optional<List<RexNode>> readers(RelNode rel) {
    if (rel instanceof Project project && !project.containsOver()) {
      return Optional.of(project.getProjects());
    }
    return rel instanceof Aggregate aggregate
        ? Optional.of(
            RelOptUtil.getAllFields(aggregate).stream()
                .<RexNode>map(
                    column ->
                        rel.getCluster().getRexBuilder().makeInputRef(rel.getInput(0), column))
                .toList())
        : Optional.empty();
  }

  /**
   * The join without partners of rows that are decided. Of a chain of left joins, each asks for its
   * own: what a join below does not find is read only where it does not matter.
   *
   * @param readers all that reads its columns, the first ones of what they read
   */
  private static Join undecided(Join join, List<RexNode> readers) {
    if (join.getJoinType() != JoinRelType.LEFT) {
      return join;
    }
    RexBuilder rexBuilder = join.getCluster().getRexBuilder();
    List<RexNode> condition = new ArrayList<>(RelOptUtil.conjunctions(join.getCondition()));
    RelNode left = join.getLeft();
    if (left instanceof Join below) {
      left = undecided(below, Stream.concat(readers.stream(), condition.stream()).toList());
    }
    if (hasOneRowAtMost(join)) {
      decided(join, readers)
          .ifPresent(
              decided ->
                  condition.add(rexBuilder.makeCall(SqlStdOperatorTable.IS_NOT_TRUE, decided)));
    }
    return join.copy(
        join.getTraitSet(),
        RexUtil.composeConjunction(rexBuilder, condition),
        left,
        join.getRight(),
        join.getJoinType(),
        join.isSemiJoinDone());
  }

  /** What says of a left row that no reader cares for its partner; empty where nothing does. */
  private static Optional<RexNode> decided(Join join, List<RexNode> readers) {
    RexBuilder rexBuilder = join.getCluster().getRexBuilder();
    int leftWidth = join.getLeft().getRowType().getFieldCount();
    int width = join.getRowType().getFieldCount();
    List<RexNode> all = new ArrayList<>();
    for (RexNode reader : readers) {
      if (!readsOnly(reader, column -> column < leftWidth || column >= width)) {
        List<RexNode> ofLeft =
            RelOptUtil.disjunctions(reader).stream()
                .filter(RexUtil::isDeterministic)
                .filter(disjunct -> readsOnly(disjunct, column -> column < leftWidth))
                .toList();
        if (ofLeft.isEmpty()) {
          return Optional.empty();
        }
        all.add(RexUtil.composeDisjunction(rexBuilder, ofLeft));
      }
    }
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(RexUtil.composeConjunction(rexBuilder, all));
  }

  private static boolean readsOnly(RexNode expression, IntPredicate columns) {
    return RelOptUtil.InputFinder.bits(expression).asList().stream().allMatch(columns::test);
  }

  /** Whether no left row is there twice: each group of the right side is asked for as a whole. */
  private static boolean hasOneRowAtMost(Join join) {
    if (!(join.getRight() instanceof Aggregate aggregate)
        || aggregate.getGroupType() != Aggregate.Group.SIMPLE) {
      return false;
    }
    Set<Integer> keys = join.analyzeCondition().rightSet().asSet();
    List<Integer> groups = aggregate.getGroupSet().asList();
    for (int group = 0; group < groups.size(); group++) {
      if (!keys.contains(group) && !isConstant(aggregate.getInput(), groups.get(group))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isConstant(RelNode rel, int column) {
    return rel instanceof Project project
        && project.getProjects().get(column) instanceof RexLiteral;
  }
}
