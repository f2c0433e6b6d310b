package dev.imago.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.emulator.http.Fault;
import dev.imago.emulator.http.FaultRule;
import dev.imago.emulator.http.Response;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A call that waits for its repetition, and whoever does not want to wait for it. */
@Timeout(60)
class StoppedWaitsTest {
  private static final String SCAN = "SELECT name FROM images WHERE project = 'acme-dev'";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final DemoCloud cloud = new DemoCloud();
  private final ExecutorService thread = Executors.newSingleThreadExecutor();

  StoppedWaitsTest() throws IOException {}

  @AfterEach
  void stop() {
    thread.shutdownNow();
    cloud.close();
  }

  @Test
  void cancelEndsTheWaitAndLeavesTheConnectionUsable() throws Exception {
    askForAMinute();
    try (ImagoConnection connection = cloud.connect("");
        Statement statement = connection.createStatement()) {
      Future<SQLException> failure =
          thread.submit(() -> SqlFailures.failure("57014", () -> readAll(statement)));
      awaitTimer();

      Instant before = Instant.now();
      statement.cancel();

      assertThat((Throwable) failure.get()).isNotNull();
      assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(1));
      cloud.emulator().faults().clear();
      assertThat(readAll(statement)).isPositive();
    }
  }

  @Test
  @SuppressWarnings("try") // The connection is closed while its statement waits: that is the test.
  void nothingIsLeftBehindByAClosedConnection() throws Exception {
    askForAMinute();
    try (ImagoConnection connection = cloud.connect("");
        Statement statement = connection.createStatement()) {
      Future<SQLException> failure =
          thread.submit(() -> SqlFailures.failure("57014", () -> readAll(statement)));
      awaitTimer();

      connection.close();

      assertThat((Throwable) failure.get()).isNotNull();
    }
    Instant deadline = Instant.now().plus(PATIENCE);
    while (hasThread("imago-call-timer") && Instant.now().isBefore(deadline)) {
      Thread.onSpinWait();
    }
    assertThat(hasThread("imago-call-timer")).isFalse();
  }

  @Test
  void waitThatWouldOutlastTheTimeoutIsNotBegun() throws SQLException {
    askForAMinute();
    try (ImagoConnection connection = cloud.connect("timeout=30s");
        Statement statement = connection.createStatement()) {
      Instant before = Instant.now();
      SQLException failure = SqlFailures.failure("HV000", () -> readAll(statement));

      assertThat((Throwable) failure)
          .hasMessageContaining("the statement's time-out would come first");
      assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(10));
      assertThat(cloud.requests()).isEqualTo(1);
    }
  }

  private void askForAMinute() {
    cloud
        .emulator()
        .faults()
        .add(
            FaultRule.always(),
            Fault.answer(Response.text(503, "busy").withHeader("Retry-After", "60")));
  }

  /** Returns when a call waits for its repetition. */
  private static void awaitTimer() {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!hasThread("imago-call-timer")) {
      if (Instant.now().isAfter(deadline)) {
        throw new IllegalStateException("no call waits");
      }
      Thread.onSpinWait();
    }
  }

  private static boolean hasThread(String name) {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(running -> running.getName().equals(name));
  }

  private static int readAll(Statement statement) throws SQLException {
    int rows = 0;
    try (ResultSet result = statement.executeQuery(SCAN)) {
      while (result.next()) {
        rows++;
      }
    }
    return rows;
  }
}
