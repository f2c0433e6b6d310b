package dev.imago.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.emulator.Emulator;
import dev.imago.emulator.EmulatorConfig;
import dev.imago.launcher.run.ExitCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The counters of {@code --timing}, against what the clouds saw. */
class TimingTest {
  private static final String IMAGES =
      "SELECT name FROM google.compute.images WHERE project = 'coreos-cloud'";

  private Emulator clouds;

  @BeforeEach
  void start() throws IOException {
    clouds = Emulator.demo();
  }

  @AfterEach
  void stop() {
    clouds.close();
  }

  @Test
  void countsWhatTheCloudsSaw() {
    Map<String, String> counters = timed(IMAGES).get(0);

    assertThat(counters)
        .containsEntry("rows", "78")
        .containsEntry("calls", Integer.toString(clouds.requests().all().size()))
        .containsEntry("pages", "1")
        .containsEntry("cached", "0");
    assertThat(Long.parseLong(counters.get("bytes"))).isPositive();
    assertThat(Long.parseLong(counters.get("first_row_ms")))
        .isLessThanOrEqualTo(Long.parseLong(counters.get("total_ms")));
  }

  @Test
  void countsEveryPage() throws IOException {
    clouds.close();
    clouds = Emulator.start(EmulatorConfig.builder().mostRowsPerPage(10).build());

    assertThat(timed(IMAGES).get(0))
        .containsEntry("rows", "78")
        .containsEntry("calls", "8")
        .containsEntry("pages", "8");
    assertThat(clouds.requests().all()).hasSize(8);
  }

  @Test
  void countsEachStatementForItself() {
    List<Map<String, String>> statements =
        timed(
            IMAGES,
            "VALUES (1), (2)",
            "SELECT COUNT(*) FROM imago.system.calls",
            "SELECT name FROM google.compute.images WHERE project = 'debian-cloud'");

    assertThat(statements)
        .extracting(counters -> counters.get("rows") + " " + counters.get("pages"))
        .containsExactly("78 1", "2 0", "1 0", "19 1");
  }

  @Test
  void countsAStatementThatFails() {
    CommandRun run = run("SELECT name FROM google.compute.images WHERE project = 'acme-locked'");

    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(TimingLines.of(run).get(0))
        .containsEntry("rows", "0")
        .containsEntry("calls", "1")
        .containsEntry("pages", "0");
  }

  private List<Map<String, String>> timed(String... statements) {
    CommandRun run = run(statements);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
    return TimingLines.of(run);
  }

  private CommandRun run(String... statements) {
    List<String> words = new ArrayList<>(List.of("--timing"));
    words.addAll(CommandRun.connecting(clouds.serviceUrls()));
    for (String statement : statements) {
      words.addAll(List.of("-e", statement));
    }
    return CommandRun.of(words.toArray(String[]::new));
  }
}
