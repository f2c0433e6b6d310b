package dev.imago.launcher.run;

import dev.imago.launcher.format.Column;
import dev.imago.launcher.format.Column.Kind;
import dev.imago.launcher.format.Rows;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a result set. It counts them, and notes when the first one came. */
final class JdbcRows implements Rows {
  /** The name of the one nested type that JDBC has no code for. */
  private static final String MAP = "MAP";

  private final ResultSet results;
  private final List<Column> columns;
  private final StatementWatch watch;

  JdbcRows(ResultSet results, StatementWatch watch) throws SQLException {
    this.results = results;
    this.columns = columns(results.getMetaData());
    this.watch = watch;
  }

  @Override
  public List<Column> columns() {
    return columns;
  }

  @Override
  public boolean next() throws SQLException {
    boolean found = results.next();
    if (found) {
      watch.row();
    }
    return found;
  }

  @Override
  public @Nullable String text(int column) throws SQLException {
    return results.getString(column + 1);
  }

  private static List<Column> columns(ResultSetMetaData metaData) throws SQLException {
    List<Column> columns = new ArrayList<>();
    for (int column = 1; column <= metaData.getColumnCount(); column++) {
      columns.add(new Column(metaData.getColumnLabel(column), kind(metaData, column)));
    }
    return List.copyOf(columns);
  }

  private static Kind kind(ResultSetMetaData metaData, int column) throws SQLException {
    return switch (metaData.getColumnType(column)) {
      case Types.BOOLEAN, Types.BIT -> Kind.BOOLEAN;
      case Types.TINYINT,
          Types.SMALLINT,
          Types.INTEGER,
          Types.BIGINT,
          Types.DECIMAL,
          Types.NUMERIC,
          Types.REAL,
          Types.FLOAT,
          Types.DOUBLE ->
          Kind.NUMBER;
      case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> Kind.TIMESTAMP;
      case Types.ARRAY, Types.STRUCT -> Kind.NESTED;
      case Types.OTHER -> metaData.getColumnTypeName(column).equals(MAP) ? Kind.NESTED : Kind.TEXT;
      default -> Kind.TEXT;
    };
  }
}
