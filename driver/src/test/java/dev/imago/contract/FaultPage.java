package dev.imago.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The table of the page about reliability that shows what becomes of each fault. */
final class FaultPage {
  private static final Path FILE = Path.of("..", "docs", "reliability.md");
  private static final String BEGIN = "<!-- faults: begin -->";
  private static final String END = "<!-- faults: end -->";

  private FaultPage() {}

  /** The rows that stand there. */
  static List<String> rows() throws IOException {
    List<String> lines = Files.readAllLines(FILE, UTF_8);
    return List.copyOf(lines.subList(lines.indexOf(BEGIN) + 3, lines.indexOf(END)));
  }

  /** Writes other rows in their place. */
  static void write(List<String> rows) throws IOException {
    List<String> lines = Files.readAllLines(FILE, UTF_8);
    List<String> page = new ArrayList<>(lines.subList(0, lines.indexOf(BEGIN) + 3));
    page.addAll(rows);
    page.addAll(lines.subList(lines.indexOf(END), lines.size()));
    Files.writeString(FILE, String.join("\n", page) + "\n", UTF_8);
  }
}
