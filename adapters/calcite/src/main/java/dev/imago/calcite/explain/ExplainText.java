package dev.imago.calcite.explain;

import dev.imago.calcite.rel.EnumerableApiScan;
import dev.imago.calcite.rel.EnumerableLookupJoin;
import dev.imago.core.read.TableReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.CorrelationId;

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

  /**
   * The plan, one line a node, inputs below their users and further in.
   *
   * @param omissions what the statement goes without, which its runs warn about; they come last
   */
  public String of(RelNode rel, List<String> omissions) {
    List<String> lines = new ArrayList<>();
    print(rel, "", LeftRows.NONE, Defaults.of(rel), lines);
    omissions.forEach(omission -> lines.add("Warning: " + omission));
    return String.join("\n", lines);
  }

  private void print(
      RelNode rel, String indent, LeftRows lefts, Defaults defaults, List<String> lines) {
    LeftRows inner = variable(rel).map(lefts::with).orElse(lefts);
    lines.add(
        indent
            + (rel instanceof EnumerableApiScan scan
                ? new ScanText(reader.get(), lefts, defaults).line(scan)
                : new NodeText(inner).line(rel)));
    List<RelNode> inputs = NodeText.isUnnestOfValue(rel) ? List.of() : rel.getInputs();
    for (int i = 0; i < inputs.size(); i++) {
      print(inputs.get(i), indent + INDENT, i == 0 ? lefts : inner, defaults, lines);
    }
  }

  /** How the right side of a node refers to the rows of its left side, where it does. */
  private static Optional<CorrelationId> variable(RelNode rel) {
    if (rel instanceof EnumerableLookupJoin join) {
      return Optional.of(join.spec().variable());
    }
    return rel instanceof Correlate correlate
        ? Optional.of(correlate.getCorrelationId())
        : Optional.empty();
  }
}
