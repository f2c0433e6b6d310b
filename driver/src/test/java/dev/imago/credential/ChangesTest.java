package dev.imago.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.emulator.EmulatorConfig;
import dev.imago.emulator.http.RecordedRequest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Credentials of calls that change something, which are otherwise sent once. */
class ChangesTest {
  private static final String RENAME =
      """
      UPDATE opentelekom.ims.images SET name = 'renamed'
      WHERE region = 'eu-de' AND project_id = 'ac234de25c6741d2b1273da49eea1b9e'
        AND image_id = 'af8ea1dc-02f2-4019-8fa9-c9952a0077ce'
      """;

  private static final String NAME =
      "SELECT name FROM opentelekom.ims.images"
          + " WHERE image_id = 'af8ea1dc-02f2-4019-8fa9-c9952a0077ce'";

  @TempDir Path folder;
  private final MovableClock cloudClock = new MovableClock(EmulatorConfig.DEMO_TIME);
  private final MovableClock clock = new MovableClock(EmulatorConfig.DEMO_TIME);
  private ClosedClouds clouds;

  @BeforeEach
  void start() {
    clouds = new ClosedClouds(folder, cloudClock, clock);
  }

  @AfterEach
  void stop() {
    clouds.close();
  }

  @Test
  void aBodyIsSigned() throws SQLException {
    rename(Login.OPENTELEKOM_SIGNED);

    assertThat(patches())
        .singleElement()
        .extracting(RecordedRequest::body)
        .asString()
        .contains("renamed");
    assertThat(clouds.rows(Login.OPENTELEKOM_SIGNED.properties(clouds), NAME))
        .containsExactly("renamed");
  }

  @Test
  void aChangeWhoseTokenIsRefusedIsSentOnceMore() throws SQLException {
    Login login = Login.OPENTELEKOM_PASSWORD;
    clouds.rows(login.properties(clouds), login.query());
    cloudClock.forward(Duration.ofHours(25));

    rename(login);

    assertThat(patches()).hasSize(2);
    assertThat(clouds.tokenRequests(login)).isEqualTo(2);
    assertThat(clouds.rows(login.properties(clouds), NAME)).containsExactly("renamed");
  }

  @Test
  void aChangeWhoseSignatureIsRefusedIsNotSentAgain() {
    cloudClock.forward(Duration.ofHours(1));

    ClosedClouds.failure("28000", () -> rename(Login.OPENTELEKOM_SIGNED));

    assertThat(patches()).hasSize(1);
  }

  private void rename(Login login) throws SQLException {
    try (Connection connection = clouds.connect(login.properties(clouds));
        Statement statement = connection.createStatement()) {
      statement.execute(RENAME);
    }
  }

  private List<RecordedRequest> patches() {
    return clouds.emulator().requests().by("PATCH");
  }
}
