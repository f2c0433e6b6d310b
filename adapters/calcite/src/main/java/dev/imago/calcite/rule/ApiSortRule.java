package dev.imago.calcite.rule;

import dev.imago.calcite.rel.ApiScan;
import dev.imago.calcite.rel.PushedLimit;
import dev.imago.calcite.rel.ScanSpec;
import dev.imago.core.description.OrderTerm;
import dev.imago.core.description.ReadMethod;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.logical.LogicalSort;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * Moves ORDER BY and LIMIT into the scan right below them, so that paging stops early. Nothing
 * stands between the two, so no row that the scan gives is dropped later. It runs once the scan's
 * calls are chosen, because only they say which orders the API takes.
 */
public final class ApiSortRule extends RelRule<RuleConfig> {
  /** The rule. */
  public static final RelOptRule INSTANCE =
      RuleConfig.of(
              "ApiSortRule",
              sort ->
                  sort.operand(Sort.class).oneInput(scan -> scan.operand(ApiScan.class).noInputs()),
              ApiSortRule::new)
          .toRule();

  private ApiSortRule(RuleConfig config) {
    super(config);
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    Sort sort = call.rel(0);
    ApiScan scan = call.rel(1);
    ScanSpec spec = scan.spec();
    Optional<List<OrderTerm>> order = terms(sort, spec);
    if (spec.reads().isEmpty()
        || !spec.order().isEmpty()
        || spec.limit().isPresent()
        || order.isEmpty()
        || !spec.reads().get().stream().allMatch(read -> takes(read.method(), order.get()))
        || !isKnownAtStart(sort.offset)
        || !isKnownAtStart(sort.fetch)) {
      return;
    }
    boolean single = spec.reads().get().size() == 1;
    if (single) {
      call.transformTo(rest(sort, scan.with(push(sort, spec, order.get()))));
    } else if (sort.fetch != null) {
      call.transformTo(
          sort.copy(sort.getTraitSet(), List.of(scan.with(push(sort, spec, order.get())))));
    }
  }

  private static ScanSpec push(Sort sort, ScanSpec spec, List<OrderTerm> order) {
    ScanSpec ordered = spec.withOrder(order);
    return sort.fetch == null
        ? ordered
        : ordered.withLimit(new PushedLimit(sort.offset, sort.fetch));
  }

  /** What one ordered and limited read leaves to do: skipping rows. */
  private static RelNode rest(Sort sort, ApiScan scan) {
    return sort.offset == null
        ? scan
        : LogicalSort.create(scan, RelCollations.EMPTY, sort.offset, sort.fetch);
  }

  /** The sort as terms over the scan's columns: none, or one. */
  private static Optional<List<OrderTerm>> terms(Sort sort, ScanSpec spec) {
    List<RelFieldCollation> fields = sort.getCollation().getFieldCollations();
    if (fields.isEmpty()) {
      return Optional.of(List.of());
    }
    if (fields.size() > 1) {
      return Optional.empty();
    }
    RelFieldCollation field = fields.get(0);
    String column = spec.columns().get(field.getFieldIndex()).name();
    return switch (field.getDirection()) {
      case ASCENDING -> Optional.of(List.of(new OrderTerm(column, false)));
      case DESCENDING -> Optional.of(List.of(new OrderTerm(column, true)));
      default -> Optional.empty();
    };
  }

  /** A get has one row, which is in every order. */
  private static boolean takes(ReadMethod method, List<OrderTerm> order) {
    return order.isEmpty()
        || method.kind() == ReadMethod.Kind.GET
        || method.ordering().filter(o -> o.terms().containsAll(order)).isPresent();
  }

  private static boolean isKnownAtStart(@Nullable RexNode count) {
    return count == null || count instanceof RexLiteral || count instanceof RexDynamicParam;
  }
}
