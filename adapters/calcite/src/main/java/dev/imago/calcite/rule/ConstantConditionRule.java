package dev.imago.calcite.rule;

import dev.imago.calcite.rel.Binding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rex.RexNode;

/**
 * Decides conditions that read no column when the statement is planned: a branch of a view whose
 * provider is {@code 'google'} has no row for {@code provider IN ('yandex', 'huawei')}, and makes
 * no call for it. Calcite itself decides only the simplest of them.
 */
public final class ConstantConditionRule extends RelRule<RuleConfig> {
  /** The rule. */
  public static final RelOptRule INSTANCE =
      RuleConfig.of(
              "ConstantConditionRule",
              filter -> filter.operand(Filter.class).anyInputs(),
              ConstantConditionRule::new)
          .toRule();

  private static final List<Binding> ONE_ROW = List.of(Binding.NONE);

  private ConstantConditionRule(RuleConfig config) {
    super(config);
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    Filter filter = call.rel(0);
    KnownValues nothing =
        new KnownValues(
            filter.getInput().getRowType(),
            filter.getInput().getRowType().getFieldNames(),
            filter.getCluster().getRexBuilder());
    List<RexNode> left = new ArrayList<>();
    boolean isDecided = false;
    for (RexNode conjunct : RelOptUtil.conjunctions(filter.getCondition())) {
      Optional<Boolean> holds = holds(conjunct, nothing);
      if (holds.isPresent() && !holds.get()) {
        call.transformTo(call.builder().push(filter).empty().build());
        return;
      }
      isDecided |= holds.isPresent();
      if (holds.isEmpty()) {
        left.add(conjunct);
      }
    }
    if (isDecided) {
      call.transformTo(call.builder().push(filter.getInput()).filter(left).build());
    }
  }

  /** Whether the condition is TRUE for every row; empty when only rows can tell, or it fails. */
  private static Optional<Boolean> holds(RexNode condition, KnownValues nothing) {
    boolean isConstant =
        RelOptUtil.InputFinder.bits(condition).isEmpty() && nothing.decide(condition, ONE_ROW);
    return isConstant
        ? nothing.satisfying(condition, ONE_ROW).map(rows -> !rows.isEmpty())
        : Optional.empty();
  }
}
