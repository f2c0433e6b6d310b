package dev.imago.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Every way to stop a statement, wherever it waits: it ends at once, its calls with it, and the
 * connection goes on. With {@code -Dreference.update=true} the times are written into the page
 * about reliability.
 */
@Timeout(300)
class StopMatrixTest {
  /** Much more than it takes, for machines that do other things besides. */
  private static final Duration AT_ONCE = Duration.ofSeconds(2);

  private static final Path PAGE = Path.of("..", "docs", "reliability.md");
  private static final String BEGIN = "<!-- stops: begin -->";
  private static final String END = "<!-- stops: end -->";

  @Test
  void everyWaitEndsAtOnce() throws Exception {
    // What comes first has classes to load, which nothing can stop.
    for (Wait wait : List.of(Wait.PLACE, Wait.PLANNING)) {
      time(wait, Stop.CANCEL);
    }
    List<String> rows = new ArrayList<>();
    rows.add(row("it waits for", Arrays.stream(Stop.values()).map(Stop::toString)));
    rows.add("|---|---|---|---|---|");
    for (Wait wait : Wait.values()) {
      List<String> times = new ArrayList<>();
      for (Stop stop : Stop.values()) {
        times.add(wait.allows(stop) ? millis(wait, stop) : "");
      }
      rows.add(row(wait.toString(), times.stream()));
    }
    if (Boolean.getBoolean("reference.update")) {
      write(rows);
    }
    assertThat(written())
        .extracting(StopMatrixTest::withoutTimes)
        .isEqualTo(rows.stream().map(StopMatrixTest::withoutTimes).toList());
  }

  private static String millis(Wait wait, Stop stop) throws Exception {
    Duration time = time(wait, stop);
    assertThat(time).as("%s while it waits for %s", stop, wait).isLessThan(AT_ONCE);
    return Math.max(0, time.toMillis()) + " ms";
  }

  private static Duration time(Wait wait, Stop stop) throws Exception {
    try (StopScene scene = new StopScene(wait, stop)) {
      return scene.play();
    }
  }

  private static String row(String label, Stream<String> cells) {
    StringJoiner row = new StringJoiner(" | ", "| ", " |").add(label);
    cells.forEach(row::add);
    return row.toString();
  }

  private static String withoutTimes(String row) {
    return row.replaceAll("\\d+ ms", "ms");
  }

  private static List<String> written() throws IOException {
    List<String> lines = Files.readAllLines(PAGE, UTF_8);
    return List.copyOf(lines.subList(lines.indexOf(BEGIN) + 1, lines.indexOf(END)));
  }

  private static void write(List<String> rows) throws IOException {
    List<String> lines = Files.readAllLines(PAGE, UTF_8);
    List<String> page = new ArrayList<>(lines.subList(0, lines.indexOf(BEGIN) + 1));
    page.addAll(rows);
    page.addAll(lines.subList(lines.indexOf(END), lines.size()));
    Files.writeString(PAGE, String.join("\n", page) + "\n", UTF_8);
  }
}
