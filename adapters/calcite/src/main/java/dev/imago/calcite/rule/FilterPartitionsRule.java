package dev.imago.calcite.rule;

import dev.imago.calcite.rel.WindowPartitions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;

/** Moves the conditions on what every window partitions by below a projection with windows. */
public final class FilterPartitionsRule extends RelRule<RuleConfig> {
  /** The rule. */
  public static final RelOptRule INSTANCE =
      RuleConfig.of(
              "FilterPartitionsRule",
              filter ->
                  filter
                      .operand(Filter.class)
                      .oneInput(
                          project ->
                              project
                                  .operand(Project.class)
                                  .predicate(Project::containsOver)
                                  .anyInputs()),
              FilterPartitionsRule::new)
          .toRule();

  private FilterPartitionsRule(RuleConfig config) {
    super(config);
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    Filter filter = call.rel(0);
    Project project = call.rel(1);
    Set<Integer> partitions = WindowPartitions.of(project).orElse(Set.of());
    List<RexNode> below = new ArrayList<>();
    List<RexNode> above = new ArrayList<>();
    for (RexNode conjunct : RelOptUtil.conjunctions(filter.getCondition())) {
      if (isOver(conjunct, project, partitions)) {
        below.add(RelOptUtil.pushPastProject(conjunct, project));
      } else {
        above.add(conjunct);
      }
    }
    if (!below.isEmpty()) {
      RelNode input = call.builder().push(project.getInput()).filter(below).build();
      RelNode windows = project.copy(project.getTraitSet(), List.of(input));
      call.transformTo(call.builder().push(windows).filter(above).build());
    }
  }

  private static boolean isOver(RexNode conjunct, Project project, Set<Integer> partitions) {
    List<Integer> columns = RelOptUtil.InputFinder.bits(conjunct).asList();
    return !columns.isEmpty()
        && columns.stream()
            .map(column -> project.getProjects().get(column))
            .allMatch(
                shown -> shown instanceof RexInputRef ref && partitions.contains(ref.getIndex()));
  }
}
