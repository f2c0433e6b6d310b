package dev.imago.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.emulator.http.Fault;
import dev.imago.emulator.http.FaultRule;
import dev.imago.emulator.http.Response;
import java.io.IOException;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code imago.system.calls}, for statements that do not read all that they ask for. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class CallsTableTest {
  private static final String SCAN = "select name from images where project = 'debian-cloud'";

  private static final Response FIRST_PAGE =
      Response.of(
          200, "application/json", "{\"items\": [{\"name\": \"a\"}], \"nextPageToken\": \"t\"}");

  private final DemoCloud cloud = new DemoCloud();

  CallsTableTest() throws IOException {}

  @AfterEach
  void stop() {
    cloud.close();
  }

  @Test
  void showsARefusal() throws SQLException {
    strike(FaultRule.always(), Fault.answer(Response.text(500, "broken")));
    try (Connection connection = cloud.connect("")) {
      SqlFailures.failure("HV000", () -> readAll(connection, SCAN));

      assertThat(calls(connection))
          .containsExactly("page 1, status 500, sent 5x, 0 rows, 6 bytes, failed");
    }
  }

  @Test
  void showsASecondPageThatIsRefused() throws SQLException {
    strike(FaultRule.always().times(1), Fault.answer(FIRST_PAGE));
    strike(FaultRule.always(), Fault.answer(Response.text(500, "broken")));
    try (Connection connection = cloud.connect("")) {
      SqlFailures.failure("HV000", () -> readAll(connection, SCAN));

      assertThat(calls(connection))
          .containsExactly(
              "page 1, status 200, sent 1x, 1 rows, 48 bytes, read",
              "page 2, status 500, sent 5x, 0 rows, 6 bytes, failed");
    }
  }

  @Test
  void showsAReadThatALimitStops() throws SQLException {
    strike(FaultRule.always(), Fault.answer(FIRST_PAGE));
    try (Connection connection = cloud.connect("")) {
      readAll(connection, SCAN + " limit 1");

      assertThat(calls(connection))
          .containsExactly("page 1, status 200, sent 1x, 1 rows, 48 bytes, read");
    }
  }

  @Test
  void showsACancelledCall() throws Exception {
    cloud.hang();
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (Connection connection = cloud.connect("");
        Statement statement = connection.createStatement()) {
      ResultSet rows = statement.executeQuery(SCAN);
      Future<SQLException> failure = thread.submit(() -> SqlFailures.failure("57014", rows::next));
      cloud.awaitRequest();

      statement.cancel();

      assertThat((Throwable) failure.get()).isNotNull();
      assertThat(calls(connection))
          .containsExactly("page 1, status null, sent 1x, 0 rows, 0 bytes, failed");
      assertThat(errors(connection)).containsExactly("the statement was cancelled");
    } finally {
      thread.shutdownNow();
    }
  }

  @Test
  void saysThatNothingWasSentWithoutACredential() throws SQLException {
    try (Connection connection =
        cloud
            .driver()
            .connect(
                "jdbc:imago:schema=google.compute;google.compute.url=http://compute.invalid",
                Map.of(),
                Map.of("google.auth", "token", "google.token", "s3cret"),
                cloud.emulator().clock())) {
      SqlFailures.failure("22023", () -> readAll(connection, SCAN));

      assertThat(calls(connection))
          .containsExactly("page 1, status null, sent 0x, 0 rows, 0 bytes, failed");
      assertThat(errors(connection))
          .singleElement()
          .asString()
          .startsWith("was not sent: no credential is sent to compute.invalid in clear");
    }
  }

  @Test
  void saysThatNothingWasSentWithoutAConnection() throws IOException, SQLException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    try (Connection connection = cloud.connect("google.compute.url=http://127.0.0.1:" + port)) {
      SqlFailures.failure("08001", () -> readAll(connection, SCAN));

      assertThat(calls(connection))
          .containsExactly("page 1, status null, sent 0x, 0 rows, 0 bytes, failed");
      assertThat(errors(connection))
          .singleElement()
          .asString()
          .startsWith("cannot connect to 127.0.0.1:" + port);
    }
  }

  private void strike(FaultRule rule, Fault fault) {
    cloud.emulator().faults().add(rule, fault);
  }

  private static void readAll(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        assertThat(rows.getString(1)).isNotNull();
      }
    }
  }

  private static List<String> calls(Connection connection) throws SQLException {
    return texts(
        connection,
        "select 'page ' || page || ', status ' || coalesce(cast(status as varchar), 'null')"
            + " || ', sent ' || attempts || 'x, ' || row_count || ' rows, ' || bytes || ' bytes, '"
            + " || case when error is null then 'read' else 'failed' end"
            + " from imago.system.calls");
  }

  private static List<String> errors(Connection connection) throws SQLException {
    return texts(connection, "select error from imago.system.calls");
  }

  private static List<String> texts(Connection connection, String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }
}
