package dev.imago.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.imago.emulator.http.Fault;
import dev.imago.emulator.http.FaultRule;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two that change the labels of one image: the one whose fingerprint is out of date is refused. */
@Timeout(60)
class FingerprintRaceTest {
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private FaultyClouds clouds;

  @BeforeEach
  void start() throws IOException, SQLException {
    clouds = FaultyClouds.open(0);
  }

  @AfterEach
  void stop() throws IOException, SQLException {
    thread.shutdownNow();
    clouds.close();
  }

  @Test
  void changeBetweenTheReadAndTheWriteIsNotOverwritten() throws Exception {
    clouds
        .emulator()
        .faults()
        .add(FaultRule.on("GET", "labelFingerprint").times(1), Fault.lateAnswer(PAUSE));
    try (Connection slow = clouds.connect("");
        Connection quick = clouds.connect("")) {
      Future<SQLException> refused =
          thread.submit(
              () -> catchThrowableOfType(SQLException.class, () -> setLabel(slow, "slow")));
      while (clouds.emulator().requests().by("GET").isEmpty()) {
        Thread.onSpinWait();
      }

      assertThat(setLabel(quick, "quick")).isEqualTo(1);

      assertThat(refused.get().getSQLState()).isEqualTo("40001");
      assertThat(clouds.emulator().requests().by("POST")).hasSize(2);
      assertThat(
              FaultyClouds.rows(
                  quick,
                  "SELECT labels FROM google.compute.images"
                      + " WHERE project = 'acme-prod' AND name = 'db-golden'"))
          .hasToString("[{\"by\":\"quick\"}]");
    }
  }

  private static int setLabel(Connection connection, String who) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate(
          "UPDATE google.compute.images SET labels = MAP['by', '"
              + who
              + "'] WHERE project = 'acme-prod' AND name = 'db-golden'");
    }
  }
}
