package dev.imago.calcite.change;

import dev.imago.calcite.exec.ExecutionContext;
import dev.imago.core.write.TableWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What EXPLAIN shows of a change. Nothing is sent. */
public final class ChangeText {
  private static final String INDENT = "  ";
  private static final int MOST_REQUESTS = 20;

  private final TableWriter writer;

  public ChangeText(TableWriter writer) {
    this.writer = writer;
  }

  /**
   * The requests, where they are known without any call; else what is sent for each row, and how
   * the rows are read that they are made of.
   */
  public String of(PlannedChange plan, ExecutionContext context) {
    Change change = plan.change();
    List<String> lines = new ArrayList<>();
    boolean isKnown = plan.source().plan().isEmpty() && hasAllParameters(plan, context);
    if (isKnown) {
      addRequests(lines, change, ChangeRun.rows(plan, context));
    } else {
      add(lines, change, List.of(writer.template(change.table(), change.method())));
      plan.source().plan().lines().map(line -> INDENT + line).forEach(lines::add);
    }
    return String.join("\n", lines);
  }

  /** EXPLAIN may be asked before the {@code ?} have values. */
  private static boolean hasAllParameters(PlannedChange plan, ExecutionContext context) {
    return IntStream.range(0, plan.parameters().size())
        .allMatch(place -> context.get("?" + place) != null);
  }

  private void addRequests(List<String> lines, Change change, List<@Nullable Object[]> rows) {
    for (@Nullable Object[] row : rows.subList(0, Math.min(rows.size(), MOST_REQUESTS))) {
      if (!(change.isKeyed() && change.namesNothing(row))) {
        add(lines, change, writer.explain(change.request(row)));
      }
    }
    if (rows.size() > MOST_REQUESTS) {
      lines.add("and " + (rows.size() - MOST_REQUESTS) + " more");
    }
  }

  private static void add(List<String> lines, Change change, List<String> requests) {
    lines.add("Write(" + change.table().qualifiedName() + "." + change.method().name() + ")");
    requests.forEach(request -> lines.add(INDENT + request));
  }
}
