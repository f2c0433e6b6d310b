package dev.imago.calcite.rule;

import dev.imago.calcite.rel.ApiScan;
import dev.imago.calcite.rel.BindingSet;
import dev.imago.calcite.rel.ScanSpec;
import dev.imago.calcite.rule.BindingExtraction.Extraction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexNode;

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
    BindingExtraction extraction =
        new BindingExtraction(
            scan.spec().table(),
            scan.spec().columns(),
            scan.getRowType().getFieldList().stream().map(RelDataTypeField::getType).toList(),
            scan.getCluster().getRexBuilder());

    BindingSet bindings = scan.spec().bindings();
    List<RexNode> residual = new ArrayList<>();
    List<RexNode> conjuncts = RelOptUtil.conjunctions(filter.getCondition());
    for (RexNode conjunct : conjuncts) {
      Optional<Extraction> extracted = extraction.extract(conjunct);
      Optional<BindingSet> both = extracted.map(Extraction::bindings).flatMap(bindings::and);
      bindings = both.orElse(bindings);
      if (both.isEmpty() || !extracted.get().exact()) {
        residual.add(conjunct);
      }
    }
    if (bindings.equals(scan.spec().bindings()) && residual.size() == conjuncts.size()) {
      return;
    }
    if (bindings.isEmpty()) {
      call.transformTo(call.builder().push(filter).empty().build());
      return;
    }
    ScanSpec narrower = scan.spec().withBindings(bindings);
    call.transformTo(call.builder().push(scan.with(narrower)).filter(residual).build());
  }
}
