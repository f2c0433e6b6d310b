package dev.imago.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.imago.emulator.http.Fault;
import dev.imago.emulator.http.FaultRule;
import dev.imago.emulator.http.Response;
import dev.imago.emulator.state.Outcome;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults while the end of a change is awaited. The change itself was accepted. */
@Timeout(60)
class AwaitFaultsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String TARGET = "projects/acme-prod/global/images/copy-of-it";
  private static final String ERROR = "{\"error\": {\"code\": 500, \"message\": \"No.\"}}";
  private static final Pattern QUERY = Pattern.compile("SELECT \\* FROM .*? WHERE [^;]*");

  private FaultyClouds clouds;
  private Connection connection;

  @BeforeEach
  void start() throws IOException, SQLException {
    clouds = FaultyClouds.open(0);
    connection = clouds.connect("pollInterval=10ms");
  }

  @AfterEach
  void stop() throws IOException, SQLException {
    connection.close();
    clouds.close();
  }

  /** A look that finds a service out of order is tried five times by itself. */
  static List<Arguments> passing() {
    return List.of(
        Arguments.of(Fault.answer(Response.text(503, "busy")), 12),
        Arguments.of(Fault.cutBeforeAnswer(), 12),
        Arguments.of(Fault.answer(Response.text(200, "Welcome")), 3),
        Arguments.of(Fault.truncatedBody(10), 3),
        // No error of the operation: it has nothing else of one.
        Arguments.of(Fault.answer(Response.json(200, ERROR.getBytes(UTF_8))), 3));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void looksThatFailAreSurvived(Fault fault, int failures) throws SQLException {
    strikeLooks(fault, failures);

    assertThat(FaultyClouds.rows(connection, yandex("AWAIT 30 SECOND"))).hasSize(1);
    assertThat(FaultyClouds.rows(connection, google("AWAIT 30 SECOND"))).hasSize(1);

    assertThat(made()).isEqualTo(2);
  }

  @Test
  void looksThatKeepFailingSayWhatStillRuns() throws SQLException {
    strikeLooks(Fault.answer(Response.text(503, "busy")), Integer.MAX_VALUE);

    SQLException failure = failure(yandex("AWAIT 30 SECOND"));

    assertThat(failure.getSQLState()).isEqualTo("HV000");
    assertThat(failure.getMessage()).contains("still runs: SELECT");
    assertQueryShowsOneRow(failure);
  }

  /** A tool that repeats what is transient would make the change twice. */
  @Test
  void looksThatAreLostAreNoTransientFailure() throws SQLException {
    strikeLooks(Fault.cutBeforeAnswer(), Integer.MAX_VALUE);

    SQLException failure = failure(yandex("AWAIT 30 SECOND"));

    assertThat(failure.getMessage()).contains("still runs: SELECT");
    assertThat((Throwable) failure).isInstanceOf(SQLNonTransientConnectionException.class);
    assertThat(failure.getSQLState()).isEqualTo("08007");
    assertThat(made()).isEqualTo(1);
  }

  @Test
  void awaitedTimeRunsOut() throws SQLException {
    clouds.emulator().outcomes().script(TARGET, Outcome.endless());

    SQLException failure = failure(google("AWAIT 1 SECOND"));

    assertThat(failure.getSQLState()).isEqualTo("HYT00");
    assertThat(failure.getMessage()).contains("it still runs: SELECT");
    assertQueryShowsOneRow(failure);
  }

  @Test
  void awaitedTimeRunsOutWhileALookHasNoAnswer() {
    strikeLooks(Fault.latency(PATIENCE), Integer.MAX_VALUE);
    Instant before = Instant.now();

    SQLException failure = failure(google("AWAIT 1 SECOND"));

    assertThat(failure.getSQLState()).isEqualTo("HYT00");
    assertThat(failure.getMessage()).contains("it still runs: SELECT");
    assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void statementsTimeOutComesFirst() throws SQLException {
    clouds.emulator().outcomes().script(TARGET, Outcome.endless());
    try (PreparedStatement statement = connection.prepareStatement(google("AWAIT"))) {
      statement.setQueryTimeout(1);

      SQLException failure = catchThrowableOfType(SQLException.class, statement::executeQuery);

      assertThat(failure.getSQLState()).isEqualTo("HYT00");
      assertThat(failure.getMessage()).contains("still runs: SELECT");
      assertQueryShowsOneRow(failure);
    }
  }

  @Test
  void cancelEndsTheWaitAtOnce() throws Exception {
    clouds.emulator().outcomes().script(TARGET, Outcome.endless());
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (Connection slow = clouds.connect("pollInterval=20s");
        PreparedStatement statement = slow.prepareStatement(google("AWAIT"))) {
      Future<SQLException> failing =
          thread.submit(() -> catchThrowableOfType(SQLException.class, statement::executeQuery));
      Instant deadline = Instant.now().plus(PATIENCE);
      while (FaultyClouds.rows(slow, "SELECT 1 FROM imago.system.calls").isEmpty()
          && Instant.now().isBefore(deadline)) {
        Thread.onSpinWait();
      }
      Instant before = Instant.now();

      statement.cancel();

      SQLException failure = failing.get();
      // 100 ms on a machine with nothing else to do.
      assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(1));
      assertThat(failure.getSQLState()).isEqualTo("57014");
      assertThat(failure.getMessage()).contains("still runs: SELECT");
      assertQueryShowsOneRow(failure);
    } finally {
      thread.shutdownNow();
    }
  }

  @Test
  void operationThatFailsGivesItsOwnError() throws SQLException {
    clouds
        .emulator()
        .outcomes()
        .script(TARGET, Outcome.failure(403, "QUOTA_EXCEEDED", "Quota 'IMAGES' exceeded."));

    SQLException failure = failure(google("AWAIT"));

    assertThat(failure.getSQLState()).isEqualTo("HV000");
    assertThat(failure.getMessage()).contains("QUOTA_EXCEEDED: Quota 'IMAGES' exceeded.");
    assertQueryShowsOneRow(failure);
  }

  @Test
  void yandexOperationHasFailedBeforeItIsDone() {
    clouds.strike(
        TestedWrite.YANDEX_CREATE,
        Fault.answer(Response.json(200, "{\"id\": \"op-1\"}".getBytes(UTF_8))),
        1);
    answerLooks(
        200,
        """
        {"id": "op-1", "done": false, "error": {"code": 8, "message": "No room for the image."}}
        """);

    SQLException failure = failure(yandex("AWAIT"));

    assertThat(failure.getSQLState()).isEqualTo("HV000");
    assertThat(failure.getMessage()).contains("8: No room for the image.");
  }

  @Test
  void operationThatIsGoneLeavesTheOutcomeUnknown() throws SQLException {
    answerLooks(404, "{\"code\": 5, \"message\": \"Operation op-1 not found\"}");

    SQLException failure = failure(yandex("AWAIT"));

    assertThat(failure.getSQLState()).isEqualTo("08007");
    assertThat((Throwable) failure).isInstanceOf(SQLNonTransientConnectionException.class);
    assertThat(failure.getMessage()).contains("is not there any more", "idempotency_key = '");
    clouds.emulator().faults().clear();
    assertQueryShowsOneRow(failure);
  }

  /** For a key that is not there the count is 0; here the row was there, and is not any more. */
  @Test
  void deletionWhoseOperationIsGoneIsNotCountedAsNone() throws SQLException {
    answerLooks(404, "{\"code\": 5, \"message\": \"Operation op-1 not found\"}");
    try (Connection awaiting = clouds.connect("await=true;pollInterval=10ms");
        PreparedStatement statement =
            awaiting.prepareStatement(
                "DELETE FROM yandex.compute.images WHERE image_id = 'fd8l7n4ncick4nn3l7ba'")) {
      SQLException failure = catchThrowableOfType(SQLException.class, statement::executeUpdate);

      assertThat(failure.getSQLState()).isEqualTo("08007");
    }
  }

  private static String google(String await) {
    return TestedWrite.GOOGLE_INSERT.sql() + await;
  }

  private static String yandex(String await) {
    return TestedWrite.YANDEX_CREATE.sql() + await;
  }

  private SQLException failure(String sql) {
    return catchThrowableOfType(SQLException.class, () -> FaultyClouds.rows(connection, sql));
  }

  /** How often the two changes were made. */
  private int made() throws SQLException {
    return clouds.rows(TestedWrite.GOOGLE_INSERT.effects()).size()
        + clouds.rows(TestedWrite.YANDEX_CREATE.effects()).size();
  }

  private void strikeLooks(Fault fault, int times) {
    clouds.emulator().faults().add(FaultRule.on("POST", "/wait").times(times), fault);
    clouds.emulator().faults().add(FaultRule.on("GET", "/operations/").times(times), fault);
  }

  private void answerLooks(int status, String body) {
    strikeLooks(Fault.answer(Response.json(status, body.getBytes(UTF_8))), Integer.MAX_VALUE);
  }

  private void assertQueryShowsOneRow(SQLException failure) throws SQLException {
    clouds.emulator().faults().clear();
    Matcher query = QUERY.matcher(String.valueOf(failure.getMessage()));
    assertThat(query.find()).as(failure.getMessage()).isTrue();
    assertThat(clouds.rows(query.group().replaceFirst(", or run it again.*", ""))).hasSize(1);
  }
}
