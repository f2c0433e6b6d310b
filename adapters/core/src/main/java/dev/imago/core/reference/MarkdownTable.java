package dev.imago.core.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** A table in Markdown. */
final class MarkdownTable {
  private final List<String> lines = new ArrayList<>();

  MarkdownTable(String... headings) {
    row(headings);
    lines.add("|" + String.join("|", Collections.nCopies(headings.length, "---")) + "|");
  }

  void row(String... cells) {
    lines.add(
        Arrays.stream(cells)
            .map(cell -> cell.replace("\n", " ").replace("|", "\\|"))
            .collect(Collectors.joining(" | ", "| ", " |")));
  }

  @Override
  public String toString() {
    return String.join("\n", lines) + "\n";
  }
}
