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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RowsInTimeTest {
  private static final Input IMAGES =
      new Input.Sql("SELECT name FROM google.compute.images WHERE project = 'coreos-cloud'");
  private static final int PAGE = 10;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Interruption interruption = new Interruption();

  /** The second page never comes. */
  @ParameterizedTest
  @EnumSource(value = OutputFormat.class, mode = EnumSource.Mode.EXCLUDE, names = "TABLE")
  void comeThoughTheNextPageDoesNot(OutputFormat format) throws Exception {
    try (Emulator clouds = Emulator.start(EmulatorConfig.builder().mostRowsPerPage(PAGE).build());
        Connection connection = connect(clouds)) {
      clouds.faults().add(FaultRule.always().after(1), Fault.latency(Duration.ofMinutes(5)));
      ExecutorService thread = Executors.newSingleThreadExecutor();
      try {
        Future<ExitCode> run =
            thread.submit(() -> runner(connection, format).run(List.of(IMAGES), false));
        while (rowsWritten() < PAGE) {
          Thread.onSpinWait();
        }
        assertThat(run.isDone()).isFalse();

        interruption.request();
        assertThat(run.get()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(rowsWritten()).isEqualTo(PAGE);
      } finally {
        thread.shutdownNow();
      }
    }
  }

  private int rowsWritten() {
    return out.toString(StandardCharsets.UTF_8).split("coreos-", -1).length - 1;
  }

  private static Connection connect(Emulator clouds) throws Exception {
    Properties properties = new Properties();
    properties.putAll(clouds.serviceUrls());
    return DriverManager.getConnection("jdbc:imago:", properties);
  }

  private ScriptRunner runner(Connection connection, OutputFormat format) {
    return new ScriptRunner(
        connection,
        format.writer(),
        new ByteArrayInputStream(new byte[0]),
        out,
        new Messages(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8)),
        interruption);
  }
}
