package dev.imago.calcite.plan;

import dev.imago.calcite.rel.EnumerableApiScan;
import dev.imago.calcite.rel.LiteralValue;
import dev.imago.calcite.rel.PlannedRead;
import dev.imago.calcite.rel.PushedPredicate;
import dev.imago.calcite.rel.ScanSpec;
import dev.imago.core.read.BindingExpansion;
import dev.imago.core.read.Placeholder;
import dev.imago.core.read.Predicate;
import dev.imago.core.read.ReadRequest;
import dev.imago.core.read.TableReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.calcite.adapter.enumerable.EnumerableCalc;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexProgram;

/** Prints a physical plan for people: one line a node, and for a scan the request that it sends. */
public final class ExplainText {
  private static final String INDENT = "  ";

  private final Supplier<TableReader> reader;

  /**
   * A printer of plans.
   *
   * @param reader knows what is sent
   */
  public ExplainText(Supplier<TableReader> reader) {
    this.reader = reader;
  }

  /** The plan, one line a node, inputs below their users and further in. */
  String of(RelNode rel) {
    List<String> lines = new ArrayList<>();
    print(rel, "", lines);
    return String.join("\n", lines);
  }

  private void print(RelNode rel, String indent, List<String> lines) {
    lines.add(
        indent + (rel instanceof EnumerableApiScan scan ? scanLine(scan.spec()) : nodeLine(rel)));
    for (RelNode input : rel.getInputs()) {
      print(input, indent + INDENT, lines);
    }
  }

  private static String nodeLine(RelNode rel) {
    if (rel instanceof EnumerableCalc calc) {
      return calcLine(calc.getProgram());
    }
    if (rel instanceof Sort sort) {
      return sortLine(sort);
    }
    return rel.getRelTypeName().replaceFirst("^Enumerable", "");
  }

  private static String calcLine(RexProgram program) {
    String filter =
        program.getCondition() == null
            ? ""
            : "Filter " + program.expandLocalRef(program.getCondition());
    String project =
        program.projectsOnlyIdentity()
            ? ""
            : "Project " + program.getProjectList().stream().map(program::expandLocalRef).toList();
    return filter.isEmpty() || project.isEmpty() ? filter + project : filter + ", " + project;
  }

  private static String sortLine(Sort sort) {
    StringBuilder line = new StringBuilder("Sort");
    sort.getCollation()
        .getFieldCollations()
        .forEach(
            field ->
                line.append(" $")
                    .append(field.getFieldIndex())
                    .append(' ')
                    .append(field.direction));
    if (sort.offset != null) {
      line.append(" offset ").append(sort.offset);
    }
    if (sort.fetch != null) {
      line.append(" limit ").append(sort.fetch);
    }
    return line.toString();
  }

  /** The request of the first read; further ones differ in their values alone. */
  private String scanLine(ScanSpec spec) {
    List<PlannedRead> reads = spec.reads().orElseThrow();
    String table = spec.table().qualifiedName();
    if (reads.isEmpty()) {
      return table + ": no call";
    }
    List<ReadRequest> requests =
        reader.get().group(reads.stream().flatMap(read -> request(spec, read).stream()).toList());
    if (requests.isEmpty()) {
      return table + ": no call, because no row can have these values";
    }
    ReadRequest first = requests.get(0);
    String more = requests.size() == 1 ? "" : ", and " + (requests.size() - 1) + " more like it";
    String limit = spec.limit().map(l -> ", first " + shown(l.fetch()) + " rows").orElse("");
    return table + " " + first.method().name() + ": " + reader.get().describe(first) + more + limit;
  }

  private static Optional<ReadRequest> request(ScanSpec spec, PlannedRead read) {
    Map<String, Object> bound = new TreeMap<>();
    read.binding().values().forEach((column, value) -> bound.put(column, value(value)));
    return BindingExpansion.expand(spec.table(), read.method(), bound)
        .map(
            bindings ->
                new ReadRequest(
                    spec.table(),
                    read.method(),
                    bindings,
                    Map.of(),
                    spec.predicates().stream().map(ExplainText::predicate).toList(),
                    spec.columns(),
                    spec.order(),
                    OptionalLong.empty()));
  }

  private static Predicate predicate(PushedPredicate pushed) {
    return new Predicate(
        pushed.column(),
        pushed.comparison(),
        pushed.values().stream().map(ExplainText::value).toList());
  }

  private static Object value(RexNode value) {
    return LiteralValue.of(value).orElseGet(() -> new Placeholder(value.toString()));
  }

  private static String shown(RexNode value) {
    return value.toString();
  }
}
