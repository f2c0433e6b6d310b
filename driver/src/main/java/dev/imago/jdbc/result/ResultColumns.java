package dev.imago.jdbc.result;

import dev.imago.calcite.statement.OutputColumn;
import dev.imago.core.error.ErrorCode;
import dev.imago.jdbc.contract.SqlErrors;
import dev.imago.jdbc.value.JdbcType;
import dev.imago.jdbc.value.ValueReader;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of a result, found by number and by label. Immutable. */
public final class ResultColumns {
  private final List<ResultColumn> columns;
  private final Map<String, Integer> numbers = new HashMap<>();

  /** A column with what is needed to describe and read it. */
  public record ResultColumn(OutputColumn output, JdbcType type, ValueReader reader) {
    static ResultColumn of(OutputColumn output, boolean nestedAsText) {
      return new ResultColumn(
          output,
          JdbcType.of(output.type(), nestedAsText),
          new ValueReader(output.type(), nestedAsText));
    }
  }

  /**
   * @param nestedAsText whether nested values are shown as JSON in a VARCHAR
   */
  public ResultColumns(List<OutputColumn> outputs, boolean nestedAsText) {
    columns = outputs.stream().map(output -> ResultColumn.of(output, nestedAsText)).toList();
    for (int i = 0; i < columns.size(); i++) {
      numbers.putIfAbsent(key(outputs.get(i).label()), i + 1);
    }
  }

  public int count() {
    return columns.size();
  }

  /**
   * The column of that number, from 1.
   *
   * @throws SQLException 07009 when there is none
   */
  public ResultColumn get(int number) throws SQLException {
    if (number < 1 || number > columns.size()) {
      throw SqlErrors.of(
          ErrorCode.INVALID_INDEX,
          "there is no column " + number + "; the result has " + columns.size());
    }
    return columns.get(number - 1);
  }

  /**
   * The number of the first column with that label, whatever its letter case.
   *
   * @throws SQLException 42S22 when there is none
   */
  public int find(@Nullable String label) throws SQLException {
    Integer number = label == null ? null : numbers.get(key(label));
    if (number == null) {
      throw SqlErrors.of(ErrorCode.COLUMN_NOT_FOUND, "the result has no column \"" + label + "\"");
    }
    return number;
  }

  private static String key(String label) {
    return label.toLowerCase(Locale.ROOT);
  }
}
