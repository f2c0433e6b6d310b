package dev.imago.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.emulator.Emulator;
import dev.imago.emulator.EmulatorConfig;
import dev.imago.launcher.arguments.Input;
import dev.imago.launcher.format.OutputFormat;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final String IMAGES =
      "SELECT name FROM google.compute.images WHERE project = 'coreos-cloud'";
  private static final String ERASE = "\r\u001B[K";

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final AtomicLong nanos = new AtomicLong(17);
  private Emulator clouds;
  private Connection connection;

  @BeforeEach
  void start() throws Exception {
    clouds = Emulator.start(EmulatorConfig.builder().mostRowsPerPage(10).build());
    Properties properties = new Properties();
    properties.putAll(clouds.serviceUrls());
    connection = DriverManager.getConnection("jdbc:imago:", properties);
  }

  @AfterEach
  void stop() throws Exception {
    connection.close();
    clouds.close();
  }

  @Test
  void saysAfterTwoSecondsHowFarTheStatementIs() throws Exception {
    try (Progress progress = progress(true);
        Statement statement = connection.createStatement()) {
      readAll(statement);
      progress.begin();
      readAll(statement);

      advance(Duration.ofMillis(1999));
      progress.tick();
      assertThat(written()).isEmpty();

      advance(Duration.ofMillis(1));
      progress.tick();
      advance(Duration.ofSeconds(61));
      progress.tick();
      assertThat(written())
          .isEqualTo(
              ERASE
                  + "2 s: 8 calls, 78 rows, 1 account"
                  + ERASE
                  + "63 s: 8 calls, 78 rows, 1 account");

      progress.end();
      progress.tick();
      assertThat(written()).endsWith("account" + ERASE);
    }
  }

  @Test
  void isErasedBeforeAnythingElseIsWritten() throws Exception {
    ByteArrayOutputStream terminal = err;
    StatusLine line = line(true);
    Writer out = DataOutput.to(terminal, line);

    line.show("2 s: 1 call, 1 row");
    out.write("data\n");
    out.flush();
    line.show("3 s: 1 call, 1 row");
    new Messages(line).line("message");

    assertThat(written())
        .isEqualTo(
            ERASE
                + "2 s: 1 call, 1 row"
                + ERASE
                + "data\n"
                + ERASE
                + "3 s: 1 call, 1 row"
                + ERASE
                + "message"
                + System.lineSeparator());
  }

  /** A terminal shows the line and the rows in one place. */
  @Test
  void isNotShownBehindRowsWhoseLineIsOpen() throws Exception {
    StatusLine line = line(true);
    Writer out = DataOutput.to(err, line);

    out.write("half a");
    out.flush();
    line.show("2 s: 1 call, 1 row");
    out.write(" row\n");
    out.flush();
    line.show("3 s: 1 call, 1 row");

    assertThat(written()).isEqualTo("half a row\n" + ERASE + "3 s: 1 call, 1 row");
  }

  @Test
  void isNeverWrittenWhereThereIsNoTerminal() throws Exception {
    try (Progress progress = progress(false)) {
      progress.begin();
      advance(Duration.ofMinutes(1));
      progress.tick();
      progress.end();
    }
    assertThat(written()).isEmpty();
    assertThat(Progress.ticking(connection, line(false))).isNull();
  }

  @Test
  void leavesNoTraceOfStatementsThatEndSoon() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ScriptRunner runner =
        new ScriptRunner(
            connection,
            OutputFormat.CSV.writer(),
            new ByteArrayInputStream(new byte[0]),
            out,
            new Messages(line(true)),
            new Interruption());

    assertThat(runner.run(List.of(new Input.Sql("VALUES (1); VALUES (2)")), false))
        .isEqualTo(ExitCode.OK);
    assertThat(written()).isEmpty();
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("EXPR$0\n1\nEXPR$0\n2\n");
  }

  @Test
  void endsQuietlyWithTheConnection() throws Exception {
    try (Progress progress = progress(true)) {
      progress.begin();
      connection.close();
      advance(Duration.ofSeconds(3));

      progress.tick();
    }

    assertThat(written()).isEmpty();
  }

  private Progress progress(boolean isTerminal) throws Exception {
    return new Progress(connection, line(isTerminal), nanos::get);
  }

  private StatusLine line(boolean isTerminal) {
    return new StatusLine(new PrintStream(err, true, StandardCharsets.UTF_8), isTerminal);
  }

  private void advance(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private String written() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private static void readAll(Statement statement) throws Exception {
    try (ResultSet rows = statement.executeQuery(IMAGES)) {
      while (rows.next()) {
        assertThat(rows.getString(1)).isNotEmpty();
      }
    }
  }
}
