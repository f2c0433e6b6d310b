package dev.imago.launcher.docs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The first table below a heading of a Markdown page. */
final class PageTable {
  private final List<String> page;
  private final int start;
  private final int end;

  private PageTable(List<String> page, int start, int end) {
    this.page = page;
    this.start = start;
    this.end = end;
  }

  /**
   * Finds it.
   *
   * @throws IllegalArgumentException when the page has no such table
   */
  static PageTable below(String heading, List<String> page) {
    int line = page.indexOf(heading);
    while (line >= 0 && line < page.size() && !page.get(line).startsWith("|")) {
      line++;
    }
    if (line < 0 || line == page.size()) {
      throw new IllegalArgumentException("there is no table below " + heading);
    }
    int end = line;
    while (end < page.size() && page.get(end).startsWith("|")) {
      end++;
    }
    return new PageTable(page, line, end);
  }

  /** The rows, without the head and the line below it. */
  List<String> rows() {
    return page.subList(start + 2, end);
  }

  /** The cells of each row. */
  List<List<String>> cells() {
    return rows().stream()
        .map(row -> Arrays.stream(row.substring(1).split("\\|")).map(String::strip).toList())
        .toList();
  }

  /** The page with other rows. */
  List<String> pageWith(List<String> others) {
    List<String> changed = new ArrayList<>(page.subList(0, start + 2));
    changed.addAll(others);
    changed.addAll(page.subList(end, page.size()));
    return changed;
  }
}
