package dev.imago.calcite.change;

import dev.imago.calcite.exec.ExecutionContext;
import dev.imago.core.write.TableWriter;
import java.util.ArrayList;
import java.util.List;
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
   * The requests, where they are known without any call; else how the rows are read that they are
   * made of, and what is sent for each.
   */
  public String of(PlannedChange plan, ExecutionContext context) {
    Change change = plan.change();
    List<String> lines = new ArrayList<>();
    if (plan.source().plan().isEmpty()) {
      List<@Nullable Object[]> rows = ChangeRun.rows(plan, context);
      for (@Nullable Object[] row : rows.subList(0, Math.min(rows.size(), MOST_REQUESTS))) {
        if (!(change.isKeyed() && change.namesNothing(row))) {
          add(lines, change, writer.explain(change.request(row)));
        }
      }
      if (rows.size() > MOST_REQUESTS) {
        lines.add("and " + (rows.size() - MOST_REQUESTS) + " more");
      }
    } else {
      add(lines, change, List.of(writer.template(change.table(), change.method())));
      plan.source().plan().lines().map(line -> INDENT + line).forEach(lines::add);
    }
    return String.join("\n", lines);
  }

  private static void add(List<String> lines, Change change, List<String> requests) {
    lines.add("Write(" + change.table().qualifiedName() + "." + change.method().name() + ")");
    requests.forEach(request -> lines.add(INDENT + request));
  }
}
