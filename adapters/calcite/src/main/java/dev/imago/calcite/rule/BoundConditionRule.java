package dev.imago.calcite.rule;

import dev.imago.calcite.rel.ApiScan;
import dev.imago.calcite.rel.Binding;
import dev.imago.calcite.rel.BindingSet;
import dev.imago.calcite.rel.GuardedValue;
import dev.imago.calcite.rel.PlannedRead;
import dev.imago.calcite.rel.ScanSpec;
import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.ReadMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * Decides conditions on bound columns before any call is made. Every row of a call has the values
 * that the call is bound to, so a condition on them alone is decided call by call: calls whose rows
 * would all fail it are left out. Literals decide it when the statement is planned. Another value
 * becomes a {@link GuardedValue}. It runs once the scan's calls are chosen, because defaults are
 * values like any other.
 */
public final class BoundConditionRule extends RelRule<RuleConfig> {
  /** The rule. */
  public static final RelOptRule INSTANCE =
      RuleConfig.of(
              "BoundConditionRule",
              filter ->
                  filter
                      .operand(Filter.class)
                      .oneInput(scan -> scan.operand(ApiScan.class).noInputs()),
              BoundConditionRule::new)
          .toRule();

  private BoundConditionRule(RuleConfig config) {
    super(config);
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    Filter filter = call.rel(0);
    ApiScan scan = call.rel(1);
    ScanSpec spec = scan.spec();
    if (spec.reads().isEmpty() || spec.limit().isPresent()) {
      return;
    }
    RexBuilder rexBuilder = scan.getCluster().getRexBuilder();
    List<String> names =
        spec.columns().stream()
            .map(ColumnDescription::name)
            .map(name -> spec.table().parameter(name).orElse(name))
            .toList();
    ImpliedCondition implied = new ImpliedCondition(bound(names, spec.bindings()), rexBuilder);
    KnownValues known = new KnownValues(scan.getRowType(), names, rexBuilder);
    List<Binding> alternatives = spec.bindings().bindings();
    List<RexNode> guards = new ArrayList<>();
    List<RexNode> residual = new ArrayList<>();
    for (RexNode conjunct : RelOptUtil.conjunctions(filter.getCondition())) {
      Optional<RexNode> said = implied.of(conjunct);
      boolean isWhole = said.isPresent() && said.get().equals(conjunct);
      List<Binding> all = alternatives;
      Optional<List<Binding>> satisfying =
          said.filter(c -> known.decide(c, all)).flatMap(c -> known.satisfying(c, all));
      alternatives = satisfying.orElse(alternatives);
      if (isWhole && !known.decide(conjunct, all) && Guard.canTake(conjunct, all)) {
        guards.add(conjunct);
      } else if (satisfying.isEmpty() || !isWhole) {
        residual.add(conjunct);
      }
    }
    List<Binding> left = new Guard(names, rexBuilder).guarded(alternatives, guards);
    if (!left.equals(spec.bindings().bindings())
        || !RexUtil.composeConjunction(rexBuilder, residual).equals(filter.getCondition())) {
      call.transformTo(
          left.isEmpty()
              ? call.builder().push(filter).empty().build()
              : call.builder().push(scan.with(called(spec, left))).filter(residual).build());
    }
  }

  private static ImmutableBitSet bound(List<String> names, BindingSet bindings) {
    return IntStream.range(0, names.size())
        .filter(column -> bindings.columns().contains(names.get(column)))
        .boxed()
        .collect(ImmutableBitSet.toImmutableBitSet());
  }

  /** The calls for these alternatives; every alternative is called in the same way. */
  private static ScanSpec called(ScanSpec spec, List<Binding> alternatives) {
    ReadMethod method = spec.reads().orElseThrow().get(0).method();
    return spec.withBindings(new BindingSet(spec.bindings().columns(), alternatives))
        .withReads(alternatives.stream().map(a -> new PlannedRead(method, a)).toList());
  }
}
