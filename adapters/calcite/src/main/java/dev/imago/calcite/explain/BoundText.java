package dev.imago.calcite.explain;

import dev.imago.calcite.rel.GuardedValue;
import dev.imago.calcite.rel.ScanSpec;
import java.util.List;
import java.util.StringJoiner;
import java.util.TreeSet;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;

/** Prints the values that a scan's calls are made with, and where they come from. */
final class BoundText {
  private final RexText rex;
  private final Defaults defaults;

  BoundText(RexText rex, Defaults defaults) {
    this.rex = rex;
    this.defaults = defaults;
  }

  /**
   * {@code project IN ('a', 'b') (google.project) AND zone = <left.zone>}: column by column, each
   * with the property whose default it is. Combinations of several columns are not told apart.
   */
  String of(ScanSpec spec) {
    StringJoiner columns = new StringJoiner(" AND ");
    for (String column : new TreeSet<>(spec.bindings().columns())) {
      List<String> values =
          spec.bindings().valuesOf(column).stream().map(this::value).distinct().toList();
      String source = defaults.source(spec, column).map(name -> " (" + name + ")").orElse("");
      columns.add(column + equal(values) + source);
    }
    return columns.toString();
  }

  /** What a column is compared with: {@code = 'a'}, or {@code IN} a list. */
  static String equal(List<String> values) {
    return values.size() == 1 ? " = " + values.get(0) : " IN " + ValueList.of(values);
  }

  /** A value that makes no call unless a condition holds says so. */
  private String value(RexNode value) {
    RexNode bare = GuardedValue.bare(value);
    if (bare.equals(value)) {
      return rex.of(value);
    }
    StringJoiner conditions = new StringJoiner(" AND ");
    RexNode guarded = value;
    while (!guarded.equals(bare)) {
      List<RexNode> operands = ((RexCall) guarded).getOperands();
      conditions.add(rex.of(operands.get(0)));
      guarded = operands.get(1);
    }
    return rex.of(bare) + " where " + conditions;
  }
}
