package dev.imago.launcher;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The lines that {@code --timing} has written. */
final class TimingLines {
  private TimingLines() {}

  /** The counters of each statement by their names. */
  static List<Map<String, String>> of(CommandRun run) {
    return run.err()
        .lines()
        .filter(line -> line.startsWith("rows="))
        .map(
            line ->
                Arrays.stream(line.split(" "))
                    .map(word -> word.split("="))
                    .collect(Collectors.toMap(word -> word[0], word -> word[1])))
        .toList();
  }

  /** One counter of the only statement. */
  static long number(CommandRun run, String counter) {
    return Long.parseLong(of(run).get(0).get(counter));
  }
}
