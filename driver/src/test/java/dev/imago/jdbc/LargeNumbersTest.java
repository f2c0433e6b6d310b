package dev.imago.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The largest times and numbers that a program can set: each is kept, or refused by name. */
@Timeout(60)
class LargeNumbersTest {
  private static final String NAMES = "select name from images where project = 'acme-dev'";
  private static final String CANCEL =
      "exec google.vmmigration.image_import_jobs.cancel @projectsId = 'acme-prod',"
          + " @locationsId = 'us-central1', @imageImportsId = 'import-debian',"
          + " @imageImportJobsId = 'job-running'";

  private final DemoCloud cloud = new DemoCloud();

  LargeNumbersTest() throws IOException {}

  @AfterEach
  void stop() {
    cloud.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"timeout", "pollInterval", "retryBase", "cacheTtl"})
  void aDurationThatNobodyWaitsForIsRefusedByName(String property) {
    SQLException failure =
        SqlFailures.failure(
            "22023",
            () ->
                cloud.driver().connect("jdbc:imago:" + property + "=999999999h", new Properties()));

    assertThat((Throwable) failure).hasMessageContainingAll(property, "100000h", "999999999h");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "timeout=100000h",
        "pollInterval=100000h",
        "cacheTtl=100000h",
        "maxConcurrency=1000",
        "maxCalls=9223372036854775807",
        "shareBytes=9223372036854775807",
        "google.rateLimit=9223372036854775807",
      })
  void theLargestValueOfAPropertyWorks(String property) throws SQLException {
    try (Connection connection = cloud.connect(property);
        Statement statement = connection.createStatement()) {
      assertThat(count(statement)).isPositive();
      assertThat(count(statement)).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1001, Integer.MAX_VALUE, Long.MAX_VALUE})
  void moreConcurrencyThanThereCanBeIsRefusedByName(long count) {
    SQLException failure =
        SqlFailures.failure(
            "22023",
            () -> {
              try (Connection connection = cloud.connect("maxConcurrency=" + count);
                  Statement statement = connection.createStatement()) {
                count(statement);
              }
            });

    assertThat((Throwable) failure).hasMessageContainingAll("maxConcurrency", "at most 1000");
  }

  @Test
  void theLargestSettingsOfAStatementWork() throws SQLException {
    try (Connection connection = cloud.connect("");
        Statement statement = connection.createStatement()) {
      connection.setNetworkTimeout(Runnable::run, Integer.MAX_VALUE);
      statement.setQueryTimeout(Integer.MAX_VALUE);
      statement.setLargeMaxRows(Long.MAX_VALUE);
      statement.setFetchSize(Integer.MAX_VALUE);
      statement.setMaxFieldSize(Integer.MAX_VALUE);

      assertThat(statement.getQueryTimeout()).isEqualTo(Integer.MAX_VALUE);
      assertThat(statement.getLargeMaxRows()).isEqualTo(Long.MAX_VALUE);
      assertThat(statement.getMaxRows()).isEqualTo(Integer.MAX_VALUE);
      assertThat(count(statement)).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " limit 9223372036854775807",
        " limit 9223372036854775807 offset 1",
        " offset 1 rows fetch next 2147483647 rows only",
      })
  void theLargestRowLimitIsNone(String limit) throws SQLException {
    try (Connection connection = cloud.connect("");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(NAMES + limit)) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.next()).isTrue();
      assertThat(rows.next()).isTrue();
    }
    try (Connection connection = cloud.connect("");
        Statement statement = connection.createStatement();
        ResultSet plan = statement.executeQuery("explain plan for " + NAMES + limit)) {
      assertThat(plan.next()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {" second", " minute"})
  void anAwaitedOperationMayHaveAllTheTime(String unit) throws SQLException {
    try (Connection connection = cloud.connect("pollInterval=1ms");
        Statement statement = connection.createStatement()) {
      assertThat(statement.execute(CANCEL + " await 9223372036854775807" + unit)).isTrue();
    }
  }

  @Test
  void theLongestPauseOfAnAwaitedOperationEndsWithItsStatement() throws SQLException {
    try (Connection connection = cloud.connect("pollInterval=100000h");
        Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(1);

      SQLException failure =
          SqlFailures.failure("HYT00", () -> statement.execute(CANCEL + " await 600 second"));

      assertThat((Throwable) failure).hasMessageContaining("still runs");
    }
  }

  private static int count(Statement statement) throws SQLException {
    int count = 0;
    try (ResultSet rows = statement.executeQuery(NAMES)) {
      while (rows.next()) {
        count++;
      }
    }
    return count;
  }
}
