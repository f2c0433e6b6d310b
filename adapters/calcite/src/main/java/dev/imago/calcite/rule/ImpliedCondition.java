package dev.imago.calcite.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * What a condition says about some columns alone: of {@code zone LIKE 'us-%' AND name = 'a' OR zone
 * = 'x'} it says {@code zone LIKE 'us-%' OR zone = 'x'} about the zone. Where that is not TRUE, the
 * condition is not TRUE.
 */
final class ImpliedCondition {
  private final ImmutableBitSet columns;
  private final RexBuilder rexBuilder;

  /**
   * @param columns the columns that the implied condition may read
   */
  ImpliedCondition(ImmutableBitSet columns, RexBuilder rexBuilder) {
    this.columns = columns;
    this.rexBuilder = rexBuilder;
  }

  /** The implied condition, which reads one of the columns at least; empty when there is none. */
  Optional<RexNode> of(RexNode condition) {
    if (isOverColumns(condition)) {
      return Optional.of(condition);
    }
    return switch (condition.getKind()) {
      case AND -> conjunction(((RexCall) condition).getOperands());
      case OR -> disjunction(((RexCall) condition).getOperands());
      default -> Optional.empty();
    };
  }

  /** Whether a condition is over some of the columns and nothing else of a row. */
  boolean isOverColumns(RexNode condition) {
    ImmutableBitSet read = RelOptUtil.InputFinder.bits(condition);
    return !read.isEmpty() && columns.contains(read) && RexUtil.isDeterministic(condition);
  }

  private Optional<RexNode> conjunction(List<RexNode> operands) {
    List<RexNode> implied = operands.stream().flatMap(operand -> of(operand).stream()).toList();
    return implied.isEmpty()
        ? Optional.empty()
        : Optional.of(RexUtil.composeConjunction(rexBuilder, implied));
  }

  /** One part that says nothing leaves the whole without a say. */
  private Optional<RexNode> disjunction(List<RexNode> operands) {
    List<RexNode> implied = new ArrayList<>();
    for (RexNode operand : operands) {
      Optional<RexNode> part = of(operand);
      if (part.isEmpty()) {
        return Optional.empty();
      }
      implied.add(part.get());
    }
    return Optional.of(RexUtil.composeDisjunction(rexBuilder, implied));
  }
}
