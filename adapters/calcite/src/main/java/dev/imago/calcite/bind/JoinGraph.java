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
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUtil;
import org.jspecify.annotations.Nullable;

/**
 * Inner joins without their order: the relations that are joined, the conditions between them, and
 * what comes out. Columns are numbered over all relations, in the order in which they were written.
 */
final class JoinGraph {
  private final List<RelNode> factors;
  private final List<RexNode> conjuncts;
  private final List<RexNode> outputs;

  /** What is asked for again and again while an order is looked for; made when it is first. */
  private @Nullable Columns columns;

  private @Nullable List<Equality> equalities;
  private @Nullable List<Equality> computed;
  private @Nullable Map<Integer, Set<Integer>> classes;

  /**
   * @param factors the relations
   * @param conjuncts the conditions, over the columns
   * @param outputs the output columns, over the columns
   */
  JoinGraph(List<RelNode> factors, List<RexNode> conjuncts, List<RexNode> outputs) {
    this.factors = List.copyOf(factors);
    this.conjuncts = List.copyOf(conjuncts);
    this.outputs = List.copyOf(outputs);
  }

  /**
   * The columns of all relations.
   *
   * @param offsets the first column of each relation
   * @param factors the relation of each column
   * @param types the type of each column
   */
  private record Columns(List<Integer> offsets, List<Integer> factors, List<RelDataType> types) {
    static Columns of(List<RelNode> relations) {
      List<Integer> offsets = new ArrayList<>();
      List<Integer> factors = new ArrayList<>();
      List<RelDataType> types = new ArrayList<>();
      for (RelNode relation : relations) {
        offsets.add(types.size());
        for (RelDataTypeField field : relation.getRowType().getFieldList()) {
          factors.add(offsets.size() - 1);
          types.add(field.getType());
        }
      }
      return new Columns(offsets, factors, types);
    }
  }

  /** The relations. */
  List<RelNode> factors() {
    return factors;
  }

  /** The conditions, over the columns. */
  List<RexNode> conjuncts() {
    return conjuncts;
  }

  /** The output columns, over the columns. */
  List<RexNode> outputs() {
    return outputs;
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

  private Columns columns() {
    if (columns == null) {
      columns = Columns.of(factors);
    }
    return columns;
  }

  /** How many columns there are. */
  int width() {
    return columns().types().size();
  }

  /** The first column of a relation. */
  int offset(int factor) {
    return columns().offsets().get(factor);
  }

  /** The relation that a column belongs to. */
  int factorOf(int column) {
    return columns().factors().get(column);
  }

  /** The type of a column. */
  RelDataType type(int column) {
    return columns().types().get(column);
  }

  /** The equalities that the conditions say. */
  List<Equality> equalities() {
    if (equalities == null) {
      equalities = EquiConditions.of(conjuncts);
    }
    return equalities;
  }

  /** Those of them that the classes do not hold: of values that are no columns, constants too. */
  List<Equality> computed() {
    if (computed == null) {
      computed = equalities().stream().filter(equality -> !isOfClass(equality)).toList();
    }
    return computed;
  }

  private boolean isOfClass(Equality equality) {
    return EquiConditions.plainColumn(equality.value())
        .filter(classes().getOrDefault(equality.column(), Set.of())::contains)
        .isPresent();
  }

  /** For each column, the columns that are equal to it, itself among them. */
  Map<Integer, Set<Integer>> classes() {
    if (classes == null) {
      classes = equalColumns();
    }
    return classes;
  }

  private Map<Integer, Set<Integer>> equalColumns() {
    Map<Integer, Set<Integer>> equal = new HashMap<>();
    for (Equality equality : equalities()) {
      Optional<Integer> other =
          EquiConditions.plainColumn(equality.value())
              .filter(c -> ColumnExpressions.isComparable(type(c), type(equality.column())));
      if (other.isPresent()) {
        Set<Integer> merged = new TreeSet<>(Set.of(equality.column()));
        merged.add(other.get());
        merged.addAll(equal.getOrDefault(equality.column(), Set.of()));
        merged.addAll(equal.getOrDefault(other.get(), Set.of()));
        merged.forEach(column -> equal.put(column, merged));
      }
    }
    return equal;
  }
}
