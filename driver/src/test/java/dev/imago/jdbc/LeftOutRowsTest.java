package dev.imago.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.imago.emulator.http.Fault;
import dev.imago.emulator.http.FaultRule;
import dev.imago.emulator.http.Response;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A statement that goes without rows of the inventory says so in its warnings. */
class LeftOutRowsTest {
  private static final String OPEN_TELEKOM_JOB = "9a175ac792fa12d20193002100dd2762";
  private static final String UNBOUND =
      "SELECT id FROM imago.inventory.image_import_jobs WHERE provider = 'opentelekom'";

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
  void statementWarnsEachTime() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (int run = 0; run < 2; run++) {
        assertThat(ids(statement.executeQuery(UNBOUND))).isEmpty();
        assertThat(texts(statement.getWarnings()))
            .containsExactly(
                "imago.inventory.image_import_jobs leaves out the rows of opentelekom.ims.jobs,"
                    + " which can only be read by job_id; add id = '...' (or IN) to the query to"
                    + " see them");
      }
      assertThat(statement.getWarnings().getSQLState()).isEqualTo("01000");
    }
  }

  @Test
  void nextStatementDoesNotWarn() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeQuery(UNBOUND).close();
      statement
          .executeQuery(
              "SELECT id FROM imago.inventory.image_import_jobs WHERE provider = 'yandex'")
          .close();

      assertThat(texts(statement.getWarnings())).isEmpty();
    }
  }

  @Test
  void preparedStatementWarnsEachTime() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(UNBOUND + " AND status = ?")) {
      for (String status : List.of("FAILED", "RUNNING")) {
        statement.setString(1, status);
        assertThat(ids(statement.executeQuery())).isEmpty();
        assertThat(texts(statement.getWarnings())).hasSize(1);
      }
    }
  }

  @Test
  void parameterBindsTheId() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(UNBOUND + " AND id = ?")) {
      statement.setString(1, OPEN_TELEKOM_JOB);
      assertThat(ids(statement.executeQuery())).containsExactly(OPEN_TELEKOM_JOB);
      assertThat(texts(statement.getWarnings())).isEmpty();

      int before = cloud.requests();
      statement.setString(1, "job-running");
      assertThat(ids(statement.executeQuery())).isEmpty();
      assertThat(cloud.requests()).isEqualTo(before);
    }
  }

  @Test
  void explainSaysItInItsText() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet plan = statement.executeQuery("EXPLAIN PLAN FOR " + UNBOUND)) {
      assertThat(plan.next()).isTrue();
      assertThat(plan.getString(1).lines().toList())
          .last()
          .asString()
          .startsWith("Warning: imago.inventory.image_import_jobs leaves out");
      assertThat(texts(statement.getWarnings())).isEmpty();
    }
  }

  @Test
  void resultWarnsOfAnAnswerThatDoesNotTell() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet jobs =
            statement.executeQuery(
                "SELECT id FROM imago.inventory.image_import_jobs WHERE provider = 'huawei' AND id IN ('"
                    + OPEN_TELEKOM_JOB
                    + "', '00000000000000000000000000000000')")) {
      assertThat(jobs.next()).isFalse();
      assertThat(texts(jobs.getWarnings()))
          .singleElement()
          .asString()
          .startsWith("huawei.ims.jobs: GET ")
          .contains("IMG.0023")
          .endsWith("; such rows are left out");
    }
  }

  @Test
  void failureStaysOne() {
    cloud
        .emulator()
        .faults()
        .add(
            FaultRule.always(),
            Fault.answer(
                Response.of(
                    400,
                    "application/json",
                    "{\"error\": {\"code\": \"IMG.0020\", \"message\": \"It failed.\"}}")));

    SQLException failure =
        catchThrowableOfType(
            SQLException.class,
            () -> {
              try (Statement statement = connection.createStatement()) {
                ids(statement.executeQuery(UNBOUND + " AND id = '" + OPEN_TELEKOM_JOB + "'"));
              }
            });

    assertThat(failure.getSQLState()).isEqualTo("HV000");
  }

  private static List<String> ids(ResultSet rows) throws SQLException {
    List<String> ids = new ArrayList<>();
    try (rows) {
      while (rows.next()) {
        ids.add(rows.getString(1));
      }
    }
    return ids;
  }

  private static List<String> texts(@Nullable SQLWarning first) {
    List<String> texts = new ArrayList<>();
    for (SQLWarning warning = first; warning != null; warning = warning.getNextWarning()) {
      texts.add(warning.getMessage());
    }
    return texts;
  }
}
