package dev.imago.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The table of what becomes of changes under faults. */
final class FaultsPage {
  private static final Path FILE = Path.of("..", "docs", "reliability.md");
  private static final String HEADER =
      "| fault | change | arrived | made | SQLState | what the message says |";

  private FaultsPage() {}

  /** The rows of a fault. */
  static List<String> rows(String fault) throws IOException {
    return lines().stream().filter(line -> isOf(fault, line)).toList();
  }

  /** Puts the rows of a fault in the place of those that it had, or behind all others. */
  static void update(String fault, List<String> rows) throws IOException {
    List<String> lines = lines();
    int at = 0;
    while (at < lines.size() && !isOf(fault, lines.get(at))) {
      at++;
    }
    if (at == lines.size()) {
      at = lines.indexOf(HEADER);
      while (at < lines.size() && lines.get(at).startsWith("|")) {
        at++;
      }
    }
    lines.removeIf(line -> isOf(fault, line));
    lines.addAll(at, rows);
    Files.writeString(FILE, String.join("\n", lines) + "\n", UTF_8);
  }

  private static List<String> lines() throws IOException {
    return new ArrayList<>(Files.readAllLines(FILE, UTF_8));
  }

  private static boolean isOf(String fault, String line) {
    return line.startsWith("| " + fault + " |");
  }
}
