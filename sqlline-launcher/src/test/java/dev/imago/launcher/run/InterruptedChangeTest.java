package dev.imago.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.emulator.Emulator;
import dev.imago.emulator.http.Fault;
import dev.imago.emulator.http.FaultRule;
import dev.imago.launcher.arguments.Input;
import dev.imago.launcher.format.OutputFormat;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever stops a change is told what became of it, as far as anybody knows. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class InterruptedChangeTest {
  private static final String CANCEL =
      "EXEC google.vmmigration.image_import_jobs.cancel @projectsId = 'acme-prod',"
          + " @locationsId = 'us-central1', @imageImportsId = 'import-debian',"
          + " @imageImportJobsId = 'job-running'";

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Interruption interruption = new Interruption();

  @Test
  void tellsThatTheOutcomeIsNotKnown() throws Exception {
    interrupt(CANCEL, "POST", 1);

    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("ERROR 08007: ")
        .contains("look with SELECT")
        .hasLineCount(1);
  }

  @Test
  void tellsWhatStillRunsWhenItIsNoLongerAwaited() throws Exception {
    interrupt(CANCEL + " AWAIT", "GET", 2);

    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("ERROR 57014: ")
        .contains("still runs", "SELECT")
        .hasLineCount(1);
  }

  /** Interrupts the statement while its last of so many requests is not answered. */
  private void interrupt(String sql, String unanswered, int requests) throws Exception {
    try (Emulator clouds = Emulator.demo();
        Connection connection = connect(clouds)) {
      clouds.faults().add(FaultRule.on(unanswered, ""), Fault.lateAnswer(Duration.ofHours(1)));
      ExecutorService thread = Executors.newSingleThreadExecutor();
      try {
        ScriptRunner runner = runner(connection);
        Future<ExitCode> run = thread.submit(() -> runner.run(List.of(new Input.Sql(sql)), false));
        while (clouds.requests().all().size() < requests) {
          Thread.onSpinWait();
        }

        interruption.request();

        assertThat(run.get()).isEqualTo(ExitCode.INTERRUPTED);
      } finally {
        thread.shutdownNow();
      }
    }
  }

  private static Connection connect(Emulator clouds) throws Exception {
    Properties properties = new Properties();
    properties.putAll(clouds.serviceUrls());
    properties.put("pollInterval", "1ms");
    return DriverManager.getConnection("jdbc:imago:", properties);
  }

  private ScriptRunner runner(Connection connection) {
    return new ScriptRunner(
        connection,
        OutputFormat.CSV.writer(),
        new ByteArrayInputStream(new byte[0]),
        new ByteArrayOutputStream(),
        new Messages(new PrintStream(err, true, StandardCharsets.UTF_8)),
        interruption);
  }
}
