package dev.imago.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.imago.emulator.http.Fault;
import dev.imago.emulator.http.FaultRule;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** INSERT, UPDATE, DELETE and EXEC, and what a statement tells of them. */
@Timeout(60)
class ChangesTest {
  private static final String INSERT =
      "insert into images (project, name, sourceImage) values"
          + " ('acme-dev', 'copy-1', 'projects/acme-dev/global/images/ci-runner-v7'),"
          + " ('acme-dev', 'copy-2', 'projects/acme-prod/global/images/db-golden')";
  private static final String DELETE =
      "delete from images where project = 'acme-prod' and name in ('web-base-v1', 'absent')";
  private static final String CANCEL =
      "exec google.vmmigration.image_import_jobs.cancel @projectsId = 'acme-prod',"
          + " @locationsId = 'us-central1', @imageImportsId = 'import-debian',"
          + " @imageImportJobsId = 'job-running'";

  private DemoCloud cloud;
  private Connection connection;
  private Statement statement;

  @BeforeEach
  void connect() throws IOException, SQLException {
    cloud = new DemoCloud();
    connection = cloud.connect("");
    statement = connection.createStatement();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    cloud.close();
  }

  @Test
  void countsTheRowsThatAreThere() throws SQLException {
    assertThat(statement.executeUpdate(INSERT)).isEqualTo(2);
    assertThat(statement.executeLargeUpdate(DELETE)).isEqualTo(1);
    assertThat(
            statement.executeUpdate(
                "update images set description = 'x' where project = 'acme-prod' and name = 'no'"))
        .isZero();
  }

  @Test
  void speaksTheProtocolOfExecuteForACount() throws SQLException {
    assertThat(statement.execute(DELETE)).isFalse();
    assertThat(statement.getResultSet()).isNull();
    assertThat(statement.getUpdateCount()).isEqualTo(1);
    assertThat(statement.getMoreResults()).isFalse();
    assertThat(statement.getUpdateCount()).isEqualTo(-1);
  }

  @Test
  void givesWhatAMethodAnswersAsARow() throws SQLException {
    assertThat(statement.execute(CANCEL)).isTrue();
    assertThat(statement.getUpdateCount()).isEqualTo(-1);
    try (ResultSet rows = statement.getResultSet()) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString("verb")).isEqualTo("cancel");
      assertThat(rows.getMetaData().getTableName(1)).isEqualTo("operations");
      assertThat(rows.next()).isFalse();
    }
    assertThat(statement.getMoreResults()).isFalse();
    assertThat(statement.getUpdateCount()).isEqualTo(-1);
    assertThat(cloud.requests()).isEqualTo(1);
  }

  @Test
  void sendsNothingWhereTheCallerWantsTheOtherKind() throws SQLException {
    SqlFailures.failure("07003", () -> statement.executeUpdate(CANCEL));
    SqlFailures.failure("07005", () -> statement.executeQuery(DELETE));
    try (PreparedStatement delete = connection.prepareStatement(DELETE);
        PreparedStatement cancel = connection.prepareStatement(CANCEL)) {
      SqlFailures.failure("07005", delete::executeQuery);
      SqlFailures.failure("07003", cancel::executeUpdate);
      assertThat(delete.getMetaData()).isNull();
      assertThat(cancel.getMetaData().getColumnCount()).isPositive();
    }
    assertThat(cloud.requests()).isZero();
  }

  @Test
  void takesParametersWhereverAValueCanStand() throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into images (project, name, sourceImage, labels) values (?, ?, ?, ?)")) {
      ParameterMetaData parameters = insert.getParameterMetaData();
      assertThat(parameters.getParameterCount()).isEqualTo(4);
      assertThat(parameters.getParameterType(4)).isEqualTo(Types.VARCHAR);
      insert.setString(1, "acme-dev");
      insert.setString(2, "copy");
      insert.setString(3, "projects/acme-dev/global/images/ci-runner-v7");
      insert.setString(4, "{\"env\": \"test\"}");
      assertThat(insert.executeUpdate()).isEqualTo(1);
    }
    try (PreparedStatement update =
        connection.prepareStatement(
            "update images set labels = ? where project = ? and name = ?")) {
      update.setString(1, "{\"env\": \"prod\"}");
      update.setString(2, "acme-prod");
      update.setString(3, "web-base-v1");
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
    try (PreparedStatement exec =
        connection.prepareStatement(
            "exec google.compute.images.deprecate @project = ?, @name = ?, @state = ?")) {
      assertThat(exec.getParameterMetaData().getParameterTypeName(3)).isEqualTo("VARCHAR");
      exec.setString(1, "acme-prod");
      exec.setString(2, "web-base-v2");
      SqlFailures.failure("07002", exec::executeQuery);
      exec.setString(3, "DEPRECATED");
      try (ResultSet rows = exec.executeQuery()) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString("targetLink")).endsWith("/web-base-v2");
      }
    }
    assertThat(cloud.emulator().requests().by("POST"))
        .extracting(request -> request.line().replaceAll("\\?.*", ""))
        .containsExactly(
            "POST /compute/beta/projects/acme-dev/global/images",
            "POST /compute/beta/projects/acme-prod/global/images/web-base-v1/setLabels",
            "POST /compute/beta/projects/acme-prod/global/images/web-base-v2/deprecate");
  }

  @Test
  void keepsTheKeysOfChangedRowsWhenAskedTo() throws SQLException {
    statement.executeUpdate(INSERT, Statement.RETURN_GENERATED_KEYS);
    assertThat(keys(statement))
        .hasSize(2)
        .allSatisfy(key -> assertThat(key.toList().get(0)).asString().startsWith("operation-"));
    ResultSet again = statement.getGeneratedKeys();
    assertThat(again.getStatement()).isSameAs(statement);
    assertThat(again.getMetaData().getColumnLabel(1)).isEqualTo("operation");
    assertThat(again.getMetaData().getColumnLabel(2)).isEqualTo("target_id");
    assertThat(again.getMetaData().getColumnTypeName(2)).isEqualTo("VARCHAR");

    statement.executeUpdate(DELETE);
    assertThat(keys(statement)).isEmpty();
  }

  @Test
  void givesTheKeysThatAreNamed() throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(DELETE, new String[] {"TARGET_ID"})) {
      delete.executeUpdate();
      ResultSet keys = delete.getGeneratedKeys();
      assertThat(keys.getMetaData().getColumnCount()).isEqualTo(1);
      assertThat(keys.next()).isTrue();
      assertThat(keys.getString(1)).matches("[0-9]+");
      assertThat(keys.next()).isFalse();
    }
    int requests = cloud.requests();
    SqlFailures.failure("42S22", () -> statement.executeUpdate(DELETE, new String[] {"id"}));
    SqlFailures.failure("0A000", () -> statement.executeUpdate(DELETE, new int[] {1}));
    SqlFailures.failure("22023", () -> statement.executeUpdate(DELETE, 7));
    assertThat(cloud.requests()).isEqualTo(requests);
  }

  @ParameterizedTest
  @ValueSource(strings = {INSERT, DELETE, CANCEL})
  void sendsNothingOverAReadOnlyConnection(String sql) throws SQLException {
    connection.setReadOnly(true);
    SQLException refused = SqlFailures.failure("25006", () -> statement.execute(sql));
    assertThat((Throwable) refused).hasMessageContaining("read only");
    assertThat(cloud.requests()).isZero();

    connection.setReadOnly(false);
    statement.execute(sql);
    assertThat(cloud.requests()).isPositive();
  }

  @Test
  void readsAndExplainsOverAReadOnlyConnection() throws SQLException {
    try (Connection readOnly = cloud.connect("readOnly=true");
        Statement reader = readOnly.createStatement()) {
      readOnly.setReadOnly(false);
      assertThat((Throwable) readOnly.getWarnings()).hasMessageContaining("readOnly");
      SqlFailures.failure("25006", () -> reader.executeUpdate(DELETE));
      assertThat(reader.execute("explain plan for " + DELETE)).isTrue();
      assertThat(cloud.requests()).isZero();
      reader.executeQuery("select name from images where project = 'acme-prod'").next();
      assertThat(cloud.requests()).isEqualTo(1);
    }
  }

  @Test
  void tellsThatTheOutcomeIsNotKnownWhenAChangeIsCancelled() throws Exception {
    cloud
        .emulator()
        .faults()
        .add(FaultRule.on("DELETE", ""), Fault.lateAnswer(Duration.ofHours(1)));
    FutureTask<SQLException> failure =
        inBackground(() -> SqlFailures.failure("08007", () -> statement.executeUpdate(DELETE)));
    cloud.awaitRequest();

    statement.cancel();

    assertThat((Throwable) failure.get())
        .isInstanceOf(SQLNonTransientConnectionException.class)
        .hasMessageContainingAll("cancelled", "not known", "requestId = '", "SELECT");
    assertThat(cloud.emulator().requests().by("DELETE")).hasSize(1);
  }

  @Test
  void tellsThatTheOutcomeIsNotKnownWhenTheTimeIsOver() throws SQLException {
    cloud.emulator().faults().add(FaultRule.on("POST", ""), Fault.lateAnswer(Duration.ofHours(1)));
    statement.setQueryTimeout(1);

    SQLException failure = SqlFailures.failure("08007", () -> statement.executeQuery(CANCEL));

    assertThat((Throwable) failure).hasMessageContainingAll("time-out", "not known");
  }

  @Test
  void tellsWhatGoesOnWhenAWaitIsCancelled() throws Exception {
    cloud.emulator().faults().add(FaultRule.on("GET", ""), Fault.lateAnswer(Duration.ofHours(1)));
    try (Connection waiting = cloud.connect("pollInterval=1ms");
        Statement waits = waiting.createStatement()) {
      FutureTask<SQLException> failure =
          inBackground(
              () ->
                  SqlFailures.failure(
                      "57014", () -> waits.executeQuery(CANCEL + " await 600 second")));
      cloud.awaitRequests(2);

      waits.cancel();

      assertThat((Throwable) failure.get())
          .hasMessageContainingAll("cancelled", "still runs", "SELECT", "operationsId = ");
    }
  }

  private static FutureTask<SQLException> inBackground(Callable<SQLException> task) {
    FutureTask<SQLException> future = new FutureTask<>(task);
    Thread thread = new Thread(future, "changes-test");
    thread.setDaemon(true);
    thread.start();
    return future;
  }

  private static List<Tuple> keys(Statement statement) throws SQLException {
    List<Tuple> keys = new ArrayList<>();
    try (ResultSet rows = statement.getGeneratedKeys()) {
      while (rows.next()) {
        keys.add(tuple(rows.getString("operation"), rows.getString("target_id")));
      }
    }
    return keys;
  }
}
