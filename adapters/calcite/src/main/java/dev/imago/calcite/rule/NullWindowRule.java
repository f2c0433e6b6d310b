package dev.imago.calcite.rule;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;

/**
 * Replaces window functions that ignore NULL, of the constant NULL, by NULL. Calcite's code for
 * them loses the type of the constant, and is no valid code then.
 */
public final class NullWindowRule extends RelRule<RuleConfig> {
  /** The rule. */
  public static final RelOptRule INSTANCE =
      RuleConfig.of(
              "NullWindowRule",
              project ->
                  project.operand(Project.class).predicate(Project::containsOver).anyInputs(),
              NullWindowRule::new)
          .toRule();

  private static final Set<SqlKind> IGNORE_NULL =
      EnumSet.of(
          SqlKind.MIN,
          SqlKind.MAX,
          SqlKind.ANY_VALUE,
          SqlKind.BIT_AND,
          SqlKind.BIT_OR,
          SqlKind.BIT_XOR);

  private NullWindowRule(RuleConfig config) {
    super(config);
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    Project project = call.rel(0);
    List<RexNode> shown =
        new NullWindows(project.getCluster().getRexBuilder()).visitList(project.getProjects());
    if (!shown.equals(project.getProjects())) {
      call.transformTo(
          project.copy(project.getTraitSet(), project.getInput(), shown, project.getRowType()));
    }
  }

  private static final class NullWindows extends RexShuttle {
    private final RexBuilder rexBuilder;

    NullWindows(RexBuilder rexBuilder) {
      this.rexBuilder = rexBuilder;
    }

    @Override
    public RexNode visitOver(RexOver over) {
      return IGNORE_NULL.contains(over.getAggOperator().getKind())
              && RexUtil.isNullLiteral(over.getOperands().get(0), true)
          ? rexBuilder.makeNullLiteral(over.getType())
          : super.visitOver(over);
    }
  }
}
