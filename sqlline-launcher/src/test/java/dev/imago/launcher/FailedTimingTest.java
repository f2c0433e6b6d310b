package dev.imago.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.emulator.Emulator;
import dev.imago.emulator.EmulatorConfig;
import dev.imago.emulator.http.Fault;
import dev.imago.emulator.http.FaultRule;
import dev.imago.emulator.http.Response;
import dev.imago.launcher.run.ExitCode;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The counters of {@code --timing} for statements that do not read all that they ask for. */
class FailedTimingTest {
  private static final String IMAGES =
      "SELECT name FROM google.compute.images WHERE project = 'coreos-cloud'";

  private static final String FIRST_PAGE =
      "{\"items\": [{\"name\": \"a\"}, {\"name\": \"b\"}], \"nextPageToken\": \"t\"}";

  private Emulator clouds;
  private final Map<String, String> properties = new HashMap<>();

  @BeforeEach
  void start() throws IOException {
    clouds = Emulator.start(EmulatorConfig.builder().mostRowsPerPage(10).build());
    properties.putAll(clouds.serviceUrls());
    properties.put("retryBase", "0s");
  }

  @AfterEach
  void stop() {
    clouds.close();
  }

  @Test
  void refusedCallIsNoPage() {
    String refusal = "{\"error\": {\"code\": 403, \"message\": \"No.\"}}";
    strike(FaultRule.always(), Fault.answer(Response.text(403, refusal)));

    assertCounters(run(IMAGES), ExitCode.FAILED, 0, 1, 0, refusal.length());
  }

  @Test
  void secondPageThatIsRefusedIsNoPage() {
    giveFirstPage();
    strike(FaultRule.always(), Fault.answer(Response.text(503, "busy")));

    // One call for the first page, and five for the second.
    assertCounters(run(IMAGES), ExitCode.FAILED, 2, 6, 1, FIRST_PAGE.length() + "busy".length());
  }

  @Test
  void secondPageThatBreaksOffIsNoPage() {
    giveFirstPage();
    strike(FaultRule.always(), Fault.cutInsideAnswer(0));

    // What breaks off is asked for five times.
    assertCounters(run(IMAGES), ExitCode.FAILED, 2, 6, 1, FIRST_PAGE.length());
  }

  @Test
  void limitThatStopsTheReadingLeavesOnePage() {
    CommandRun run = run(IMAGES + " LIMIT 10");

    assertCounters(run, ExitCode.OK, 10, 1, 1, TimingLines.number(run, "bytes"));
    assertThat(TimingLines.number(run, "bytes")).isPositive();
    assertThat(clouds.requests().all()).hasSize(1);
  }

  @Test
  void nothingIsSentWithoutACredential() {
    properties.put("google.compute.url", "http://compute.invalid");
    properties.put("google.auth", "token");
    properties.put("google.token", "s3cret");

    assertCounters(run(IMAGES), ExitCode.FAILED, 0, 0, 0, 0);
  }

  @Test
  void nothingIsSentWithoutAConnection() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    properties.put("google.compute.url", "http://127.0.0.1:" + port);

    assertCounters(run(IMAGES), ExitCode.FAILED, 0, 0, 0, 0);
  }

  private void giveFirstPage() {
    Response page = Response.of(200, "application/json", FIRST_PAGE);
    strike(FaultRule.always().times(1), Fault.answer(page));
  }

  private void strike(FaultRule rule, Fault fault) {
    clouds.faults().add(rule, fault);
  }

  private static void assertCounters(
      CommandRun run, ExitCode exitCode, long rows, long calls, long pages, long bytes) {
    assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
    assertThat(TimingLines.of(run))
        .singleElement()
        .satisfies(
            counters ->
                assertThat(counters)
                    .containsEntry("rows", Long.toString(rows))
                    .containsEntry("calls", Long.toString(calls))
                    .containsEntry("pages", Long.toString(pages))
                    .containsEntry("cached", "0")
                    .containsEntry("bytes", Long.toString(bytes)));
  }

  private CommandRun run(String statement) {
    List<String> words = new ArrayList<>(List.of("--timing", "-e", statement));
    words.addAll(CommandRun.connecting(properties));
    return CommandRun.of(words.toArray(String[]::new));
  }
}
