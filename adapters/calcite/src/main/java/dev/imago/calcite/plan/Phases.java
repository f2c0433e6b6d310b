package dev.imago.calcite.plan;

import dev.imago.calcite.rule.ApiFilterRule;
import dev.imago.calcite.rule.ApiPredicateRule;
import dev.imago.calcite.rule.ApiSortRule;
import dev.imago.calcite.rule.BoundConditionRule;
import dev.imago.calcite.rule.ConstantConditionRule;
import dev.imago.calcite.rule.FilterPartitionsRule;
import dev.imago.calcite.rule.NullWindowRule;
import dev.imago.calcite.rule.WindowInputRule;
import java.util.List;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.hep.HepMatchOrder;
import org.apache.calcite.plan.hep.HepProgram;
import org.apache.calcite.plan.hep.HepProgramBuilder;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.rules.CoreRules;
import org.apache.calcite.rel.rules.FilterAggregateTransposeRule;
import org.apache.calcite.rel.rules.FilterProjectTransposeRule;
import org.apache.calcite.rel.rules.PruneEmptyRules;
import org.apache.calcite.rel.rules.PruneEmptyRules.RemoveEmptySingleRule.RemoveEmptySingleRuleConfig;
import org.apache.calcite.util.ImmutableBitSet;

/** The rule programs of the pipeline, each a set of rules that run until none applies. */
final class Phases {
  /** Calcite's own rule refuses correlated filters, and so keeps them away from the scans. */
  private static final RelOptRule FILTER_PROJECT_TRANSPOSE =
      FilterProjectTransposeRule.Config.DEFAULT
          .withOperandFor(
              Filter.class, filter -> true, Project.class, project -> !project.containsOver())
          .withCopyFilter(true)
          .withCopyProject(true)
          .toRule();

  /** Calcite's own rule moves FALSE below a grand total, which has a row of no rows too. */
  private static final RelOptRule FILTER_AGGREGATE_TRANSPOSE =
      FilterAggregateTransposeRule.Config.DEFAULT
          .withOperandSupplier(
              above ->
                  above
                      .operand(Filter.class)
                      .oneInput(
                          below ->
                              below
                                  .operand(Aggregate.class)
                                  .predicate(Phases::hasNoGrandTotal)
                                  .anyInputs()))
          .as(FilterAggregateTransposeRule.Config.class)
          .toRule();

  /** Calcite's own rule takes away the grand total of a ROLLUP of no rows. */
  private static final RelOptRule PRUNE_EMPTY_AGGREGATE =
      RemoveEmptySingleRuleConfig.AGGREGATE
          .withOperandFor(Aggregate.class, Phases::hasNoGrandTotal)
          .toRule();

  private static final List<RelOptRule> PUSH_RULES =
      List.of(
          CoreRules.FILTER_INTO_JOIN,
          CoreRules.JOIN_CONDITION_PUSH,
          CoreRules.FILTER_MERGE,
          FILTER_PROJECT_TRANSPOSE,
          FilterPartitionsRule.INSTANCE,
          FILTER_AGGREGATE_TRANSPOSE,
          CoreRules.FILTER_SET_OP_TRANSPOSE,
          CoreRules.FILTER_CORRELATE,
          CoreRules.FILTER_SORT_TRANSPOSE,
          CoreRules.FILTER_REDUCE_EXPRESSIONS,
          CoreRules.PROJECT_REDUCE_EXPRESSIONS,
          CoreRules.JOIN_REDUCE_EXPRESSIONS,
          ConstantConditionRule.INSTANCE,
          PruneEmptyRules.FILTER_INSTANCE,
          PruneEmptyRules.PROJECT_INSTANCE,
          PruneEmptyRules.UNION_INSTANCE,
          PruneEmptyRules.INTERSECT_INSTANCE,
          PruneEmptyRules.MINUS_INSTANCE,
          PruneEmptyRules.JOIN_LEFT_INSTANCE,
          PruneEmptyRules.JOIN_RIGHT_INSTANCE,
          PRUNE_EMPTY_AGGREGATE,
          PruneEmptyRules.SORT_INSTANCE,
          PruneEmptyRules.SORT_FETCH_ZERO_INSTANCE,
          CoreRules.PROJECT_MERGE,
          CoreRules.PROJECT_REMOVE,
          CoreRules.UNION_REMOVE,
          ApiFilterRule.INSTANCE);

  /** Sub-queries become correlates. */
  static final HepProgram SUB_QUERIES =
      program(
          CoreRules.FILTER_SUB_QUERY_TO_CORRELATE,
          CoreRules.PROJECT_SUB_QUERY_TO_CORRELATE,
          CoreRules.JOIN_SUB_QUERY_TO_CORRELATE);

  /** Filters go down, into the scans; what can have no row goes away. */
  static final HepProgram PUSH = program(PUSH_RULES.toArray(RelOptRule[]::new));

  /** What the field trimmer leaves between the scans and their users goes away. */
  static final HepProgram NARROW =
      program(CoreRules.PROJECT_MERGE, CoreRules.PROJECT_REMOVE, ApiFilterRule.INSTANCE);

  /** EXCEPT becomes an anti join, whose left side can give its right side parameters. */
  static final HepProgram EXCEPT = program(CoreRules.MINUS_TO_ANTI_JOIN);

  /** Calls that no row of the statement can come from go away, and what they alone feed. */
  static final HepProgram BOUND =
      program(
          BoundConditionRule.INSTANCE,
          PruneEmptyRules.FILTER_INSTANCE,
          PruneEmptyRules.PROJECT_INSTANCE,
          PruneEmptyRules.UNION_INSTANCE,
          PruneEmptyRules.JOIN_LEFT_INSTANCE,
          PruneEmptyRules.JOIN_RIGHT_INSTANCE,
          PRUNE_EMPTY_AGGREGATE,
          PruneEmptyRules.SORT_INSTANCE);

  /** What the chosen calls can be asked for goes into the scans: conditions, order and limit. */
  static final HepProgram ORDER =
      program(
          CoreRules.SORT_PROJECT_TRANSPOSE,
          CoreRules.SORT_REMOVE_CONSTANT_KEYS,
          ApiPredicateRule.INSTANCE,
          ApiSortRule.INSTANCE);

  /** Aggregates that the runtime lacks become ones that it has. */
  static final HepProgram AGGREGATES =
      program(
          CoreRules.AGGREGATE_EXPAND_WITHIN_DISTINCT,
          CoreRules.AGGREGATE_EXPAND_DISTINCT_AGGREGATES,
          CoreRules.AGGREGATE_REDUCE_FUNCTIONS);

  /** Window functions become nodes of their own. */
  static final HepProgram WINDOWS =
      program(
          NullWindowRule.INSTANCE,
          WindowInputRule.INSTANCE,
          CoreRules.PROJECT_TO_LOGICAL_PROJECT_AND_WINDOW);

  private Phases() {}

  private static boolean hasNoGrandTotal(Aggregate aggregate) {
    return aggregate.getGroupSets().stream().noneMatch(ImmutableBitSet::isEmpty);
  }

  private static HepProgram program(RelOptRule... rules) {
    return new HepProgramBuilder()
        .addMatchOrder(HepMatchOrder.TOP_DOWN)
        .addRuleCollection(List.of(rules))
        .build();
  }
}
