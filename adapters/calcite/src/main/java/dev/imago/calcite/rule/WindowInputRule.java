package dev.imago.calcite.rule;

import java.util.List;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.tools.RelBuilder;

/**
 * Gives the rows that windows see a column where they have none, as in {@code ROW_NUMBER() OVER
 * ()}. Calcite's rule for windows has room for as many levels as there are expressions, and needs
 * one more there.
 */
public final class WindowInputRule extends RelRule<RuleConfig> {
  /** The rule. */
  public static final RelOptRule INSTANCE =
      RuleConfig.of(
              "WindowInputRule",
              project ->
                  project
                      .operand(Project.class)
                      .predicate(Project::containsOver)
                      .oneInput(
                          input ->
                              input
                                  .operand(RelNode.class)
                                  .predicate(rows -> rows.getRowType().getFieldCount() == 0)
                                  .anyInputs()),
              WindowInputRule::new)
          .toRule();

  private WindowInputRule(RuleConfig config) {
    super(config);
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    Project project = call.rel(0);
    RelBuilder builder = call.builder().push(project.getInput());
    RelNode input = builder.project(builder.literal(true)).build();
    call.transformTo(project.copy(project.getTraitSet(), List.of(input)));
  }
}
