package dev.imago.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.emulator.http.Fault;
import dev.imago.emulator.http.FaultRule;
import java.io.IOException;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BatchTest {
  private static final String DELETE = "delete from images where project = ? and name = ?";

  private DemoCloud cloud;
  private Connection connection;

  @BeforeEach
  void connect() throws IOException, SQLException {
    cloud = new DemoCloud();
    connection = cloud.connect("");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    cloud.close();
  }

  @Test
  void runsTextsInTheirOrder() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.addBatch(
          "update images set description = 'a' where project = 'acme-prod' and name = 'db-golden'");
      statement.addBatch("delete from images where project = 'acme-prod' and name = 'absent'");
      statement.addBatch(
          "delete from images where project = 'acme-prod' and name in ('web-base-v1', 'db-golden')");
      assertThat(cloud.requests()).isZero();

      assertThat(statement.executeBatch()).containsExactly(1, 0, 2);
      assertThat(statement.getUpdateCount()).isEqualTo(-1);
      assertThat(statement.executeBatch()).isEmpty();
    }
    assertThat(cloud.emulator().requests().lines())
        .extracting(line -> line.replaceAll(" .*/|\\?.*", " "))
        .containsExactly(
            "PATCH db-golden ", "DELETE absent ", "DELETE web-base-v1 ", "DELETE db-golden ");
  }

  @Test
  void keepsTheKeysOfAllElements() throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(DELETE, Statement.RETURN_GENERATED_KEYS)) {
      add(delete, "acme-prod", "web-base-v1");
      add(delete, "acme-prod", "absent");
      add(delete, "acme-prod", "web-base-v2");

      assertThat(delete.executeLargeBatch()).containsExactly(1, 0, 1);

      ResultSet keys = delete.getGeneratedKeys();
      assertThat(keys.next()).isTrue();
      assertThat(keys.next()).isTrue();
      assertThat(keys.next()).isFalse();
    }
  }

  @Test
  void stopsAtTheFirstFailureAndTellsWhatWasDone() throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(DELETE, new String[] {"operation"})) {
      add(delete, "acme-prod", "web-base-v1");
      add(delete, "acme-prod", "web-base-v2");
      add(delete, "acme-locked", "anything");
      add(delete, "acme-prod", "web-base-v3");
      add(delete, "acme-prod", "web-base-v4");

      SQLException thrown = SqlFailures.failure("42501", delete::executeBatch);

      BatchUpdateException failure = (BatchUpdateException) thrown;
      assertThat(failure.getUpdateCounts()).containsExactly(1, 1);
      assertThat(failure.getLargeUpdateCounts()).containsExactly(1, 1);
      assertThat((Throwable) failure)
          .hasMessageContainingAll(
              "element 3 of 5", "acme-locked", "2 were run before", "2 were not tried");
      assertThat(failure.getCause())
          .isInstanceOfSatisfying(
              SQLException.class, cause -> assertThat(cause.getSQLState()).isEqualTo("42501"));
      assertThat(cloud.requests()).isEqualTo(3);
      ResultSet keys = delete.getGeneratedKeys();
      assertThat(keys.next()).isTrue();
      assertThat(keys.next()).isTrue();
      assertThat(keys.getString(1)).startsWith("operation-");
      assertThat(keys.next()).isFalse();
      assertThat(delete.executeBatch()).isEmpty();
    }
  }

  @Test
  void refusesWhatGivesRows() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.addBatch("delete from images where project = 'acme-prod' and name = 'web-base-v1'");
      statement.addBatch("call google.compute.global_operations.wait('acme-prod', 'operation-1')");

      SQLException thrown = SqlFailures.failure("07003", statement::executeBatch);

      assertThat(((BatchUpdateException) thrown).getUpdateCounts()).containsExactly(1);
    }
    assertThat(cloud.requests()).isEqualTo(1);
  }

  @Test
  void refusesEveryElementOverAReadOnlyConnection() throws SQLException {
    connection.setReadOnly(true);
    try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
      add(delete, "acme-prod", "web-base-v1");

      SQLException thrown = SqlFailures.failure("25006", delete::executeBatch);

      assertThat(((BatchUpdateException) thrown).getUpdateCounts()).isEmpty();
    }
    assertThat(cloud.requests()).isZero();
  }

  @Test
  void endsWithACancel() throws Exception {
    cloud
        .emulator()
        .faults()
        .add(FaultRule.on("DELETE", "web-base-v2"), Fault.lateAnswer(Duration.ofHours(1)));
    try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
      add(delete, "acme-prod", "web-base-v2");
      add(delete, "acme-prod", "web-base-v3");
      FutureTask<SQLException> failure =
          new FutureTask<>(() -> SqlFailures.failure("08007", delete::executeBatch));
      Thread thread = new Thread(failure, "batch-test");
      thread.setDaemon(true);
      thread.start();
      cloud.awaitRequest();

      delete.cancel();

      assertThat((Throwable) failure.get())
          .isInstanceOf(BatchUpdateException.class)
          .hasMessageContainingAll("element 1 of 2", "not known", "1 was not tried");
    }
    assertThat(cloud.requests()).isEqualTo(1);
  }

  @Test
  void canBeCleared() throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
      delete.setString(1, "acme-prod");
      SqlFailures.failure("07002", delete::addBatch);
      add(delete, "acme-prod", "web-base-v1");
      delete.clearBatch();
      assertThat(delete.executeBatch()).isEmpty();
    }
    assertThat(cloud.requests()).isZero();
  }

  private static void add(PreparedStatement delete, String project, String name)
      throws SQLException {
    delete.setString(1, project);
    delete.setString(2, name);
    delete.addBatch();
  }
}
