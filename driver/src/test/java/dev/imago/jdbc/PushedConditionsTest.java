package dev.imago.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every condition that a description says goes to the API: for the values that the demo has, it is
 * sent, and no row is lost to it. The emulator evaluates filters by itself, so a wrong field, a
 * wrong literal or a number compared as a text shows.
 */
class PushedConditionsTest {
  private static final int MOST_VALUES = 6;
  private static final List<String> RANGES = List.of("=", "<", "<=", ">", ">=");

  private static DemoCloud cloud;
  private static Connection connection;

  @BeforeAll
  static void connect() throws IOException, SQLException {
    cloud = new DemoCloud();
    connection = cloud.connect("");
  }

  @AfterAll
  static void close() throws SQLException {
    connection.close();
    cloud.close();
  }

  static Stream<Arguments> conditions() throws SQLException {
    List<Arguments> columns = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT provider || '.' || service || '.' || table_name, column_name, type"
                    + " FROM imago.system.columns WHERE pushed = 'superset'")) {
      while (rows.next()) {
        boolean isNumber = List.of("INTEGER", "BIGINT").contains(rows.getString(3));
        // Only Google's filters compare numbers; elsewhere a condition is an equality.
        boolean isRange = isNumber && rows.getString(1).startsWith("google.");
        columns.add(
            Arguments.argumentSet(
                rows.getString(1) + "." + rows.getString(2),
                rows.getString(1),
                rows.getString(2),
                isRange ? RANGES : List.of("=")));
      }
    }
    assertThat(columns).isNotEmpty();
    return columns.stream();
  }

  @ParameterizedTest
  @MethodSource("conditions")
  void isSentAndLosesNoRow(String table, String column, List<String> comparisons)
      throws SQLException {
    List<Object> all = values(table, column);
    for (Object value : all.stream().distinct().limit(MOST_VALUES).toList()) {
      for (String comparison : comparisons) {
        long expected = all.stream().filter(other -> holds(other, comparison, value)).count();
        assertThat(count(table, "\"" + column + "\" " + comparison + " ?", value))
            .as("%s %s %s", column, comparison, value)
            .isEqualTo(expected);
        assertThat(urlsOfNewest(table)).isNotEmpty().allMatch(url -> asksFor(url, column));
      }
    }
  }

  /** What the newest statement asked for rows of the table, and not of one that lists its keys. */
  private static List<String> urlsOfNewest(String table) throws SQLException {
    List<String> urls = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT url FROM imago.system.calls"
                + " WHERE statement_id = (SELECT MAX(statement_id) FROM imago.system.calls)"
                + " AND provider || '.' || service || '.' || table_name = ?")) {
      statement.setString(1, table);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          urls.add(rows.getString(1));
        }
      }
    }
    return urls;
  }

  /** Whether a request asks for a condition: in its filter, or in a parameter of its own. */
  private static boolean asksFor(String url, String column) {
    List<String> parameters =
        Stream.of(url.substring(url.indexOf('?') + 1).split("&", -1))
            .map(parameter -> parameter.substring(0, parameter.indexOf('=')))
            .map(name -> name.replaceFirst("^__", "").replace("__", "_"))
            .toList();
    return parameters.contains("filter") || parameters.contains(column);
  }

  /** The values of all rows, as they are read without a condition. */
  private static List<Object> values(String table, String column) throws SQLException {
    List<Object> values = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT \"" + column + "\" FROM " + table)) {
      while (rows.next()) {
        Object value = rows.getObject(1);
        if (value != null) {
          values.add(value);
        }
      }
    }
    return values;
  }

  private static boolean holds(Object left, String comparison, Object right) {
    int order =
        left instanceof Number number
            ? Long.compare(number.longValue(), ((Number) right).longValue())
            : left.equals(right) ? 0 : 1;
    return switch (comparison) {
      case "=" -> order == 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      case ">=" -> order >= 0;
      default -> throw new IllegalArgumentException(comparison);
    };
  }

  private static long count(String table, String condition, Object value) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT COUNT(*) FROM " + table + " WHERE " + condition)) {
      statement.setObject(1, value);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }
}
