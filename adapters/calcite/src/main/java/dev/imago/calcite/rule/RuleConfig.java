package dev.imago.calcite.rule;

import java.util.function.Function;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.core.RelFactories;
import org.apache.calcite.tools.RelBuilderFactory;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of a rule, as a record: what it matches and how it is made.
 *
 * @param rule makes the rule
 */
record RuleConfig(
    RelBuilderFactory relBuilderFactory,
    @Nullable String description,
    RelRule.OperandTransform operandSupplier,
    Function<RuleConfig, RelOptRule> rule)
    implements RelRule.Config {

  /** A rule that matches these operands. */
  static RuleConfig of(
      String description,
      RelRule.OperandTransform operands,
      Function<RuleConfig, RelOptRule> rule) {
    return new RuleConfig(RelFactories.LOGICAL_BUILDER, description, operands, rule);
  }

  @Override
  public RelOptRule toRule() {
    return rule.apply(this);
  }

  @Override
  public RuleConfig withRelBuilderFactory(RelBuilderFactory factory) {
    return new RuleConfig(factory, description, operandSupplier, rule);
  }

  @Override
  public RuleConfig withDescription(@Nullable String text) {
    return new RuleConfig(relBuilderFactory, text, operandSupplier, rule);
  }

  @Override
  public RuleConfig withOperandSupplier(RelRule.OperandTransform operands) {
    return new RuleConfig(relBuilderFactory, description, operands, rule);
  }
}
