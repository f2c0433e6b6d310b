package dev.imago.calcite.bind;

import dev.imago.calcite.bind.EquiConditions.Equality;
import dev.imago.calcite.rel.ColumnExpressions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUtil;

/**
 * Inner joins without their order: the relations that are joined, the conditions between them, and
 * what comes out. Columns are numbered over all relations, in the order in which they were written.
 *
 * @param factors the relations
 * @param conjuncts the conditions, over the columns
 * @param outputs the output columns, over the columns
 */
record JoinGraph(List<RelNode> factors, List<RexNode> conjuncts, List<RexNode> outputs) {
  JoinGraph {
    factors = List.copyOf(factors);
    conjuncts = List.copyOf(conjuncts);
    outputs = List.copyOf(outputs);
  }

  /** The graph of the inner joins at the top of a tree; empty when there is none. */
  static Optional<JoinGraph> of(RelNode rel) {
    return isInnerJoin(rel) ? Optional.of(flatten(rel)) : Optional.empty();
  }

  /** Whether an inner join stands at the top, under nothing but filters and projections. */
  private static boolean isInnerJoin(RelNode rel) {
    if (rel instanceof Join join) {
      return join.getJoinType() == JoinRelType.INNER;
    }
    return (rel instanceof Filter || isPlainProject(rel)) && isInnerJoin(rel.getInput(0));
  }

  private static boolean isPlainProject(RelNode rel) {
    return rel instanceof Project project
        && !project.containsOver()
        && project.getProjects().stream().allMatch(RexUtil::isDeterministic);
  }

  private static JoinGraph flatten(RelNode rel) {
    if (!isInnerJoin(rel)) {
      return leaf(rel);
    }
    if (rel instanceof Join join) {
      return join(join);
    }
    JoinGraph below = flatten(rel.getInput(0));
    if (rel instanceof Filter filter) {
      List<RexNode> conjuncts = new ArrayList<>(below.conjuncts);
      RelOptUtil.conjunctions(filter.getCondition())
          .forEach(conjunct -> conjuncts.add(below.overFactors(conjunct)));
      return new JoinGraph(below.factors, conjuncts, below.outputs);
    }
    List<RexNode> outputs = ((Project) rel).getProjects().stream().map(below::overFactors).toList();
    return new JoinGraph(below.factors, below.conjuncts, outputs);
  }

  private static JoinGraph leaf(RelNode rel) {
    RexBuilder rexBuilder = rel.getCluster().getRexBuilder();
    List<RexNode> outputs = new ArrayList<>(rexBuilder.identityProjects(rel.getRowType()));
    return new JoinGraph(List.of(rel), List.of(), outputs);
  }

  private static JoinGraph join(Join join) {
    JoinGraph left = flatten(join.getLeft());
    JoinGraph right = flatten(join.getRight());
    int shift = left.width();
    List<RelNode> factors = new ArrayList<>(left.factors);
    factors.addAll(right.factors);
    List<RexNode> conjuncts = new ArrayList<>(left.conjuncts);
    conjuncts.addAll(RexUtil.shift(right.conjuncts, shift));
    List<RexNode> outputs = new ArrayList<>(left.outputs);
    outputs.addAll(RexUtil.shift(right.outputs, shift));
    JoinGraph both = new JoinGraph(factors, conjuncts, outputs);
    RelOptUtil.conjunctions(join.getCondition())
        .forEach(conjunct -> conjuncts.add(both.overFactors(conjunct)));
    return new JoinGraph(factors, conjuncts, outputs);
  }

  /** An expression over the output columns, as one over the columns of the relations. */
  RexNode overFactors(RexNode expression) {
    return expression.accept(
        new RexShuttle() {
          @Override
          public RexNode visitInputRef(RexInputRef ref) {
            return outputs.get(ref.getIndex());
          }
        });
  }

  /** How many columns there are. */
  int width() {
    return factors.stream().mapToInt(factor -> factor.getRowType().getFieldCount()).sum();
  }

  /** The first column of a relation. */
  int offset(int factor) {
    return factors.subList(0, factor).stream().mapToInt(f -> f.getRowType().getFieldCount()).sum();
  }

  /** The relation that a column belongs to. */
  int factorOf(int column) {
    int factor = 0;
    int end = factors.get(0).getRowType().getFieldCount();
    while (column >= end) {
      factor++;
      end += factors.get(factor).getRowType().getFieldCount();
    }
    return factor;
  }

  /** The type of a column. */
  RelDataType type(int column) {
    int factor = factorOf(column);
    return factors.get(factor).getRowType().getFieldList().get(column - offset(factor)).getType();
  }

  /** The equalities that the conditions say. */
  List<Equality> equalities() {
    return EquiConditions.of(conjuncts);
  }

  /** For each column, the columns that are equal to it, itself among them. */
  Map<Integer, Set<Integer>> classes() {
    Map<Integer, Set<Integer>> classes = new HashMap<>();
    for (Equality equality : equalities()) {
      Optional<Integer> other =
          EquiConditions.plainColumn(equality.value())
              .filter(c -> ColumnExpressions.isComparable(type(c), type(equality.column())));
      if (other.isPresent()) {
        Set<Integer> merged = new TreeSet<>(Set.of(equality.column()));
        merged.add(other.get());
        merged.addAll(classes.getOrDefault(equality.column(), Set.of()));
        merged.addAll(classes.getOrDefault(other.get(), Set.of()));
        merged.forEach(column -> classes.put(column, merged));
      }
    }
    return classes;
  }
}
