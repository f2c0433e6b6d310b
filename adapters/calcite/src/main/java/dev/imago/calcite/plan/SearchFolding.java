package dev.imago.calcite.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;

/**
 * Folds lists of comparisons into one: {@code c = 1 OR c = 2} into {@code c IN (1, 2)}, and {@code
 * c <> 1 AND c <> 2} into {@code c NOT IN (1, 2)}. Calcite's own simplification takes time cubic in
 * the length of such a list: minutes for a thousand values.
 */
final class SearchFolding extends RexShuttle {
  private final RexBuilder rexBuilder;

  private SearchFolding(RexBuilder rexBuilder) {
    this.rexBuilder = rexBuilder;
  }

  /** The same tree with its lists folded, in sub-queries too. */
  static RelNode fold(RelNode rel) {
    SearchFolding folding = new SearchFolding(rel.getCluster().getRexBuilder());
    return Expressions.rewritten(rel, folding);
  }

  @Override
  public RexNode visitSubQuery(RexSubQuery subQuery) {
    RexSubQuery folded = (RexSubQuery) super.visitSubQuery(subQuery);
    return folded.clone(fold(folded.rel));
  }

  @Override
  public RexNode visitCall(RexCall call) {
    return switch (call.getKind()) {
      case OR -> RexUtil.composeDisjunction(rexBuilder, foldAll(call, SqlKind.EQUALS));
      case AND -> RexUtil.composeConjunction(rexBuilder, foldAll(call, SqlKind.NOT_EQUALS));
      default -> super.visitCall(call);
    };
  }

  /** The operands, with the comparisons of one column to literals put together. */
  private List<RexNode> foldAll(RexCall call, SqlKind comparison) {
    Map<RexInputRef, List<RexLiteral>> literals = new LinkedHashMap<>();
    List<RexNode> rest = new ArrayList<>();
    for (RexNode operand : flattened(call)) {
      if (operand.isA(comparison)
          && operand instanceof RexCall compared
          && compared.getOperands().get(0) instanceof RexInputRef column
          && compared.getOperands().get(1) instanceof RexLiteral literal
          && !literal.isNull()) {
        literals.computeIfAbsent(column, key -> new ArrayList<>()).add(literal);
      } else {
        rest.add(operand.accept(this));
      }
    }
    literals.forEach((column, values) -> rest.add(list(column, values, comparison)));
    return rest;
  }

  private static List<RexNode> flattened(RexCall call) {
    return call.isA(SqlKind.OR) ? RelOptUtil.disjunctions(call) : RelOptUtil.conjunctions(call);
  }

  private RexNode list(RexInputRef column, List<RexLiteral> values, SqlKind comparison) {
    RexNode in = rexBuilder.makeIn(column, values);
    return comparison == SqlKind.EQUALS ? in : RexUtil.not(in);
  }
}
