package dev.imago.launcher.format;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a result, which are read once, one after the other. */
public interface Rows {

  /** The columns, at least one. */
  List<Column> columns();

  /**
   * Moves to the next row.
   *
   * @return false after the last row
   * @throws SQLException when the rows cannot be read on
   */
  boolean next() throws SQLException;

  /**
   * The text of a value of the current row, as its column's {@link Column.Kind} says; null for
   * NULL.
   *
   * @param column the column's place, from 0
   */
  @Nullable String text(int column) throws SQLException;
}
