package dev.imago.differential;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a database says to a query: rows, or why it gives none.
 *
 * @param rows the rows; a value is null, String, BigDecimal, Double, LocalDateTime or Boolean
 * @param failure why there are none; null when there are
 */
record Answer(List<List<@Nullable Object>> rows, @Nullable SQLException failure) {

  /** Asks a database. */
  static Answer of(Connection connection, String sql, List<Object> parameters) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.size(); i++) {
        statement.setObject(i + 1, parameters.get(i));
      }
      try (ResultSet results = statement.executeQuery()) {
        return new Answer(rows(results), null);
      }
    } catch (SQLException failure) {
      return new Answer(List.of(), failure);
    }
  }

  private static List<List<@Nullable Object>> rows(ResultSet results) throws SQLException {
    int columns = results.getMetaData().getColumnCount();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    while (results.next()) {
      List<@Nullable Object> row = new ArrayList<>();
      for (int i = 1; i <= columns; i++) {
        row.add(value(results, i));
      }
      rows.add(row);
    }
    return rows;
  }

  private static @Nullable Object value(ResultSet results, int column) throws SQLException {
    // The wall clock of UTC, which a java.sql.Timestamp of a zone with summer time may not have.
    if (results.getMetaData().getColumnType(column) == Types.TIMESTAMP) {
      return results.getObject(column, LocalDateTime.class);
    }
    Object value = results.getObject(column);
    if (value instanceof Double || value instanceof Float) {
      return ((Number) value).doubleValue();
    }
    return value instanceof Number number ? new BigDecimal(number.toString()) : value;
  }
}
