package dev.imago.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * How a statement that must fail has ended.
 *
 * @param rows the first column of the rows that came before the error
 * @param type the class of the exception
 */
record Outcome(List<String> rows, Class<? extends Throwable> type, String state, String message) {

  /** Connects, runs a query, and reads it to its end, which must be an {@link SQLException}. */
  static Outcome of(Clouds clouds, String url, String sql) {
    List<String> rows = new ArrayList<>();
    Throwable thrown = catchThrowable(() -> read(clouds, url, sql, rows));
    assertThat(thrown).as("after the rows %s", rows).isInstanceOf(SQLException.class);
    SQLException failure = (SQLException) thrown;
    return new Outcome(
        List.copyOf(rows),
        failure.getClass(),
        String.valueOf(failure.getSQLState()),
        clouds.withoutPort(String.valueOf(failure.getMessage())));
  }

  private static void read(Clouds clouds, String url, String sql, List<String> rows)
      throws SQLException {
    try (Connection connection = clouds.connect(url);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows.add(String.valueOf(result.getString(1)));
      }
    }
  }
}
