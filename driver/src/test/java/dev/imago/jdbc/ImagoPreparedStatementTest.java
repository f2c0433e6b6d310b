package dev.imago.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ImagoPreparedStatementTest {
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
  void runsWithOneSetOfValuesAfterAnother() throws SQLException {
    try (PreparedStatement count =
        connection.prepareStatement("select count(*) from images where project = ?")) {
      assertThat(cloud.requests()).isZero();
      count.setString(1, "debian-cloud");
      assertThat(number(count)).isEqualTo(19);
      count.setCharacterStream(1, new StringReader("coreos-cloud"));
      assertThat(number(count)).isEqualTo(78);
      count.setNull(1, Types.VARCHAR);
      assertThat(number(count)).isZero();
    }
    assertThat(cloud.requests()).isEqualTo(2);
  }

  @Test
  void typesParametersInTheOrderOfTheText() throws SQLException {
    try (PreparedStatement choice =
        connection.prepareStatement(
            "select case when true then case when t = ? then 'same' else 'other' end"
                + " when name = ? then 'never' end"
                + " from (values (timestamp '2026-01-01 00:00:00', 'a')) as v (t, name)")) {
      assertThat(choice.getParameterMetaData().getParameterType(1)).isEqualTo(Types.TIMESTAMP);
      assertThat(choice.getParameterMetaData().getParameterType(2)).isEqualTo(Types.VARCHAR);
      choice.setString(1, "2026-01-01T00:00:00Z");
      choice.setString(2, "PENDING");
      try (ResultSet rows = choice.executeQuery()) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString(1)).isEqualTo("same");
      }
    }
  }

  @Test
  void refusesATextThatIsNoPointInTimeAsItDoesALiteral() throws SQLException {
    try (PreparedStatement later =
        connection.prepareStatement("values (timestamp '2026-01-01 00:00:00' < ?)")) {
      SqlFailures.failure("22007", () -> later.setString(1, "yesterday"));
    }
    SqlFailures.failure(
        "22007",
        () ->
            connection
                .createStatement()
                .executeQuery("values (timestamp '2026-01-01 00:00:00' < 'yesterday')")
                .next());
  }

  @Test
  void takesAnyOfJavasDatesForATimestamp() throws SQLException {
    Instant instant = Instant.parse("2023-11-14T22:13:20Z");
    Calendar utc = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
    try (PreparedStatement echo = connection.prepareStatement("select cast(? as timestamp(3))")) {
      echo.setTimestamp(1, Timestamp.from(instant), utc);
      assertThat(single(echo, Instant.class)).isEqualTo(instant);
      echo.setObject(1, instant);
      assertThat(single(echo, Instant.class)).isEqualTo(instant);
      echo.setTimestamp(1, Timestamp.valueOf("2023-11-14 22:13:20"));
      assertThat(single(echo, Instant.class)).isEqualTo(instant);
    }
  }

  @Test
  void wantsEveryParameterAndNoOther() throws SQLException {
    try (PreparedStatement sum =
        connection.prepareStatement("select cast(? as bigint) + cast(? as bigint)")) {
      sum.setString(1, "40");
      SqlFailures.failure("07002", sum::executeQuery);
      SqlFailures.failure("07009", () -> sum.setInt(3, 1));
      SqlFailures.failure("07009", () -> sum.setInt(0, 1));
      SqlFailures.failure("22018", () -> sum.setString(2, "two"));
      SqlFailures.failure("07002", sum::executeQuery);
      sum.setInt(2, 2);
      assertThat(number(sum)).isEqualTo(42);
      sum.clearParameters();
      SqlFailures.failure("07002", sum::executeQuery);
    }
  }

  @Test
  void describesItselfBeforeItRuns() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select name, diskSizeGb from images where project = ? and diskSizeGb > ?")) {
      assertThat(statement.getMetaData().getColumnCount()).isEqualTo(2);
      assertThat(statement.getMetaData().getColumnTypeName(2)).isEqualTo("BIGINT");
      ParameterMetaData parameters = statement.getParameterMetaData();
      assertThat(parameters.getParameterCount()).isEqualTo(2);
      assertThat(parameters.getParameterTypeName(1)).isEqualTo("VARCHAR");
      assertThat(parameters.getParameterClassName(2)).isEqualTo("java.lang.Long");
      SqlFailures.failure("07009", () -> parameters.getParameterType(3));
    }
    assertThat(cloud.requests()).isZero();
  }

  @Test
  void tellsWhatIsWrongWhenItIsPrepared() {
    SqlFailures.failure("42601", () -> connection.prepareStatement("selec 1"));
    SqlFailures.failure("42S02", () -> connection.prepareStatement("select * from nope"));
    SqlFailures.failure("42000", () -> connection.prepareCall("{call nope()}"));
  }

  @Test
  void showsAPlanWithoutValues() throws SQLException {
    try (PreparedStatement explain =
            connection.prepareStatement(
                "explain plan for select name from images where project = ?");
        ResultSet rows = explain.executeQuery()) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).contains("?1");
    }
    assertThat(cloud.requests()).isZero();
  }

  @Test
  void takesNoOtherText() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("values 1")) {
      SqlFailures.failure("0A000", () -> statement.executeQuery("values 2"));
      SqlFailures.failure("0A000", () -> statement.addBatch("values 2"));
      SqlFailures.failure("07003", statement::executeUpdate);
      assertThat(statement.execute()).isTrue();
    }
  }

  private static long number(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      assertThat(rows.next()).isTrue();
      return rows.getLong(1);
    }
  }

  private static <T> T single(PreparedStatement statement, Class<T> type) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      assertThat(rows.next()).isTrue();
      return rows.getObject(1, type);
    }
  }
}
