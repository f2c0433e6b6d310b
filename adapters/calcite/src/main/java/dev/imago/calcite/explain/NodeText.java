package dev.imago.calcite.explain;

import dev.imago.calcite.rel.EnumerableLookupJoin;
import dev.imago.calcite.rel.EnumerableRightKeepingJoin;
import dev.imago.calcite.rel.EnumerableSlice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.apache.calcite.adapter.enumerable.EnumerableCalc;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rel.core.Uncollect;
import org.apache.calcite.rel.core.Union;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.rel.core.Window;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexProgram;
import org.apache.calcite.util.ImmutableBitSet;
import org.jspecify.annotations.Nullable;

/** Prints a node that makes no call: what it does, with the names of its input's columns. */
final class NodeText {
  private final LeftRows lefts;

  /**
   * A printer of nodes.
   *
   * @param lefts the names of the left rows that the node can refer to, its own among them
   */
  NodeText(LeftRows lefts) {
    this.lefts = lefts;
  }

  String line(RelNode rel) {
    if (rel instanceof EnumerableCalc calc) {
      return calc(calc);
    }
    if (rel instanceof Sort sort) {
      return sort(sort);
    }
    if (rel instanceof EnumerableSlice slice) {
      return limited("Limit", slice.offset(), slice.fetch(), rex(slice.getInput()));
    }
    if (rel instanceof EnumerableLookupJoin join) {
      return lookupJoin(join);
    }
    if (rel instanceof Correlate correlate) {
      return "Correlate "
          + kind(correlate.getJoinType())
          + by(correlate.getCorrelationId(), correlate.getRequiredColumns(), correlate.getLeft());
    }
    if (rel instanceof Join join) {
      return (join instanceof EnumerableRightKeepingJoin ? "NestedLoopJoin" : name(join))
          + " "
          + kind(join.getJoinType())
          + on(join.getCondition(), join.getLeft(), join.getRight());
    }
    if (isUnnestOfValue(rel)) {
      return unnest(rel);
    }
    return rel instanceof Aggregate aggregate ? aggregate(aggregate) : other(rel);
  }

  /** Whether a node unnests one value, which stands in its line: it has no rows to read. */
  static boolean isUnnestOfValue(RelNode rel) {
    return rel instanceof Uncollect
        && rel.getInput(0) instanceof EnumerableCalc calc
        && calc.getProgram().getCondition() == null
        && calc.getInput() instanceof Values values
        && values.getTuples().size() == 1;
  }

  private String unnest(RelNode rel) {
    EnumerableCalc calc = (EnumerableCalc) rel.getInput(0);
    RexText rex = rex(calc.getInput());
    return "Unnest "
        + calc.getProgram().getProjectList().stream()
            .map(value -> rex.of(calc.getProgram().expandLocalRef(value)))
            .collect(Collectors.joining(", "));
  }

  private static String other(RelNode rel) {
    if (rel instanceof SetOp set) {
      return name(rel) + (set.all ? " all" : " distinct");
    }
    if (rel instanceof Values values) {
      int rows = values.getTuples().size();
      return rows == 0 ? "No rows" : "Values: " + rows + (rows == 1 ? " row" : " rows");
    }
    if (rel instanceof TableScan scan) {
      return String.join(".", scan.getTable().getQualifiedName());
    }
    if (rel instanceof Window window) {
      List<String> all = rel.getRowType().getFieldNames();
      int given = window.getInput().getRowType().getFieldCount();
      return "Window computes " + String.join(", ", all.subList(given, all.size()));
    }
    return name(rel);
  }

  private static String name(RelNode rel) {
    return rel instanceof Union ? "Union" : rel.getRelTypeName().replaceFirst("^Enumerable", "");
  }

  private RexText rex(RelNode input) {
    return new RexText(
        input.getRowType().getFieldNames(), lefts, input.getCluster().getRexBuilder());
  }

  private String calc(EnumerableCalc calc) {
    RexProgram program = calc.getProgram();
    RexText rex = rex(calc.getInput());
    StringJoiner line = new StringJoiner("; ");
    if (program.getCondition() != null) {
      line.add("Filter " + rex.of(program.expandLocalRef(program.getCondition())));
    }
    if (!program.projectsOnlyIdentity()) {
      List<String> columns = new ArrayList<>();
      for (int i = 0; i < program.getProjectList().size(); i++) {
        RexNode value = program.expandLocalRef(program.getProjectList().get(i));
        String name = calc.getRowType().getFieldNames().get(i);
        String text = rex.of(value);
        columns.add(
            text.equals(name) || value instanceof RexInputRef ? text : text + " AS " + name);
      }
      line.add("Project " + (columns.isEmpty() ? "no column" : String.join(", ", columns)));
    }
    return line.length() == 0 ? "Project" : line.toString();
  }

  private String sort(Sort sort) {
    List<String> names = sort.getInput().getRowType().getFieldNames();
    String terms =
        sort.getCollation().getFieldCollations().stream()
            .map(term -> term(term, names))
            .collect(Collectors.joining(", "));
    return limited("Sort " + terms, sort.offset, sort.fetch, rex(sort.getInput()));
  }

  private static String term(RelFieldCollation term, List<String> names) {
    String direction = term.direction.isDescending() ? " DESC" : "";
    String nulls =
        term.nullDirection == term.direction.defaultNullDirection()
            ? ""
            : " NULLS " + term.nullDirection;
    return names.get(term.getFieldIndex()) + direction + nulls;
  }

  private static String limited(
      String what, @Nullable RexNode offset, @Nullable RexNode fetch, RexText rex) {
    return what
        + (offset == null ? "" : " offset " + rex.of(offset))
        + (fetch == null ? "" : " first " + rex.of(fetch));
  }

  private String lookupJoin(EnumerableLookupJoin join) {
    return "LookupJoin "
        + kind(join.spec().type())
        + by(join.spec().variable(), join.spec().keys(), join.getLeft())
        + on(join.spec().condition(), join.getLeft(), join.getRight());
  }

  private String by(CorrelationId variable, ImmutableBitSet columns, RelNode left) {
    List<String> names = left.getRowType().getFieldNames();
    return columns.isEmpty()
        ? ""
        : " by "
            + columns.asList().stream()
                .map(column -> lefts.name(variable) + "." + names.get(column))
                .collect(Collectors.joining(", "));
  }

  private String on(RexNode condition, RelNode left, RelNode right) {
    if (condition.isAlwaysTrue()) {
      return "";
    }
    List<String> names = new ArrayList<>();
    left.getRowType().getFieldNames().forEach(name -> names.add("left." + name));
    right.getRowType().getFieldNames().forEach(name -> names.add("right." + name));
    return " on " + new RexText(names, lefts, left.getCluster().getRexBuilder()).of(condition);
  }

  private static String kind(JoinRelType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }

  private static String aggregate(Aggregate aggregate) {
    List<String> names = aggregate.getInput().getRowType().getFieldNames();
    List<String> outputs = aggregate.getRowType().getFieldNames();
    StringJoiner line = new StringJoiner(": ");
    String keys = columns(aggregate.getGroupSet().asList(), names);
    String sets =
        aggregate.getGroupSets().size() == 1
            ? ""
            : " in " + aggregate.getGroupSets().size() + " grouping sets";
    line.add("Aggregate" + (keys.isEmpty() ? "" : " by " + keys) + sets);
    List<String> calls = new ArrayList<>();
    for (AggregateCall call : aggregate.getAggCallList()) {
      String output = outputs.get(aggregate.getGroupCount() + calls.size());
      calls.add(call(call, names) + " AS " + output);
    }
    if (!calls.isEmpty()) {
      line.add(String.join(", ", calls));
    }
    return line.toString();
  }

  private static String call(AggregateCall call, List<String> names) {
    boolean isCount = call.getArgList().isEmpty();
    return call.getAggregation().getName()
        + "("
        + (call.isDistinct() ? "DISTINCT " : "")
        + (isCount ? "*" : columns(call.getArgList(), names))
        + ")"
        + (call.filterArg < 0 ? "" : " FILTER (WHERE " + names.get(call.filterArg) + ")");
  }

  private static String columns(List<Integer> columns, List<String> names) {
    return columns.stream().map(names::get).collect(Collectors.joining(", "));
  }
}
