package dev.imago.calcite.rule;

import dev.imago.calcite.rel.ApiScan;
import dev.imago.calcite.rel.BindingSet;
import dev.imago.calcite.rel.ScanSpec;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.core.Filter;

/**
 * Moves what a filter binds into the scan below it. A conjunct goes away only when the scan's
 * bindings say all of it; everything else stays as the residual filter.
 */
public final class ApiFilterRule extends RelRule<RuleConfig> {
  /** The rule. */
  public static final RelOptRule INSTANCE =
      RuleConfig.of(
              "ApiFilterRule",
              filter ->
                  filter
                      .operand(Filter.class)
                      .oneInput(scan -> scan.operand(ApiScan.class).noInputs()),
              ApiFilterRule::new)
          .toRule();

  private ApiFilterRule(RuleConfig config) {
    super(config);
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    Filter filter = call.rel(0);
    ApiScan scan = call.rel(1);
    FilterBindings found = FilterBindings.of(filter.getCondition(), scan);
    BindingSet bindings = found.bindings();
    if (bindings.equals(scan.spec().bindings()) && found.residual().size() == found.conjuncts()) {
      return;
    }
    if (bindings.isEmpty()) {
      call.transformTo(call.builder().push(filter).empty().build());
      return;
    }
    ScanSpec narrower = scan.spec().withBindings(bindings);
    call.transformTo(call.builder().push(scan.with(narrower)).filter(found.residual()).build());
  }
}
