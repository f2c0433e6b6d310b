package dev.imago.calcite.rule;

import dev.imago.calcite.rel.ApiScan;
import dev.imago.calcite.rel.PlannedRead;
import dev.imago.calcite.rel.PushedPredicate;
import dev.imago.calcite.rel.ScanSpec;
import dev.imago.calcite.rule.PredicateExtraction.Found;
import dev.imago.core.description.Comparison;
import dev.imago.core.description.ReadMethod;
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
 * Lets a scan's calls ask for what a filter right above it wants, where the API takes it. The
 * filter stays, because the API may answer more; only what it answers exactly goes away. It runs
 * once the scan's calls are chosen, because only they say what the API takes.
 */
public final class ApiPredicateRule extends RelRule<RuleConfig> {
  /** The rule. */
  public static final RelOptRule INSTANCE =
      RuleConfig.of(
              "ApiPredicateRule",
              filter ->
                  filter
                      .operand(Filter.class)
                      .oneInput(scan -> scan.operand(ApiScan.class).noInputs()),
              ApiPredicateRule::new)
          .toRule();

  private ApiPredicateRule(RuleConfig config) {
    super(config);
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    Filter filter = call.rel(0);
    ApiScan scan = call.rel(1);
    ScanSpec spec = scan.spec();
    // The first rows of those that satisfy the filter are not those of the first rows that do.
    if (spec.reads().isEmpty() || spec.limit().isPresent()) {
      return;
    }
    PredicateExtraction extraction = new PredicateExtraction(scan.getCluster().getRexBuilder());
    List<PushedPredicate> predicates = new ArrayList<>(spec.predicates());
    List<RexNode> residual = new ArrayList<>();
    for (RexNode conjunct : RelOptUtil.conjunctions(filter.getCondition())) {
      List<PushedPredicate> pushed =
          extraction.extract(conjunct).stream()
              .flatMap(found -> predicate(found, spec).stream())
              .toList();
      pushed.stream().filter(predicate -> !predicates.contains(predicate)).forEach(predicates::add);
      if (pushed.isEmpty() || !pushed.stream().allMatch(PushedPredicate::isExact)) {
        residual.add(conjunct);
      }
    }
    if (predicates.size() > spec.predicates().size()) {
      ScanSpec narrower = spec.withPredicates(predicates);
      call.transformTo(call.builder().push(scan.with(narrower)).filter(residual).build());
    }
  }

  /** What every call of the scan can be asked for; a get is asked for nothing but its row. */
  private static Optional<PushedPredicate> predicate(Found found, ScanSpec spec) {
    String column = spec.columns().get(found.column()).name();
    Comparison comparison = found.comparison();
    List<ReadMethod> methods = methods(spec);
    boolean taken =
        spec.table().reads().stream().anyMatch(read -> read.takes(column, comparison))
            && methods.stream().allMatch(read -> isGet(read) || read.takes(column, comparison));
    boolean isExact =
        methods.stream().allMatch(read -> !isGet(read) && isExact(read, column, comparison));
    return taken
        ? Optional.of(new PushedPredicate(column, comparison, found.values(), isExact))
        : Optional.empty();
  }

  private static List<ReadMethod> methods(ScanSpec spec) {
    return spec.reads().orElseThrow().stream().map(PlannedRead::method).distinct().toList();
  }

  private static boolean isGet(ReadMethod method) {
    return method.kind() == ReadMethod.Kind.GET;
  }

  private static boolean isExact(ReadMethod method, String column, Comparison comparison) {
    return method.filtering().filter(f -> f.isExact(column, comparison)).isPresent();
  }
}
