package dev.imago.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.emulator.Emulator;
import dev.imago.emulator.EmulatorConfig;
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

/** The counters of {@code --timing} for a statement that is interrupted. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class InterruptedTimingTest {
  private static final Input IMAGES =
      new Input.Sql("SELECT name FROM google.compute.images WHERE project = 'coreos-cloud'");

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Interruption interruption = new Interruption();

  @Test
  void callThatIsCancelledIsNoPage() throws Exception {
    try (Emulator clouds = Emulator.start(EmulatorConfig.builder().mostRowsPerPage(10).build());
        Connection connection = connect(clouds)) {
      clouds.faults().add(FaultRule.always().after(1), Fault.latency(Duration.ofMinutes(5)));
      ExecutorService thread = Executors.newSingleThreadExecutor();
      try {
        ScriptRunner runner = runner(connection);
        Future<ExitCode> run = thread.submit(() -> runner.run(List.of(IMAGES), true));
        while (clouds.requests().all().size() < 2) {
          Thread.onSpinWait();
        }

        interruption.request();

        assertThat(run.get()).isEqualTo(ExitCode.INTERRUPTED);
      } finally {
        thread.shutdownNow();
      }
    }
    assertThat(err.toString(StandardCharsets.UTF_8))
        .matches("rows=10 calls=2 pages=1 cached=0 bytes=[1-9]\\d* .*\\R");
  }

  private static Connection connect(Emulator clouds) throws Exception {
    Properties properties = new Properties();
    properties.putAll(clouds.serviceUrls());
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
