package dev.imago.jdbc.result;

import dev.imago.calcite.statement.OutputColumn.Origin;
import dev.imago.jdbc.contract.Unwrapping;
import dev.imago.jdbc.result.ResultColumns.ResultColumn;
import dev.imago.jdbc.value.JdbcType;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.function.Function;

/** What a result's columns are. */
public final class ImagoResultSetMetaData implements ResultSetMetaData, Unwrapping {
  private final ResultColumns columns;

  public ImagoResultSetMetaData(ResultColumns columns) {
    this.columns = columns;
  }

  @Override
  public int getColumnCount() {
    return columns.count();
  }

  @Override
  public String getColumnLabel(int column) throws SQLException {
    return columns.get(column).output().label();
  }

  /** The label: what tools that read columns by this name expect to find. */
  @Override
  public String getColumnName(int column) throws SQLException {
    return getColumnLabel(column);
  }

  @Override
  public String getCatalogName(int column) throws SQLException {
    return origin(column, Origin::catalog);
  }

  @Override
  public String getSchemaName(int column) throws SQLException {
    return origin(column, Origin::schema);
  }

  @Override
  public String getTableName(int column) throws SQLException {
    return origin(column, Origin::table);
  }

  @Override
  public int getColumnType(int column) throws SQLException {
    return type(column).code();
  }

  @Override
  public String getColumnTypeName(int column) throws SQLException {
    return type(column).name();
  }

  @Override
  public String getColumnClassName(int column) throws SQLException {
    return type(column).javaClass().getName();
  }

  @Override
  public int getPrecision(int column) throws SQLException {
    return type(column).size();
  }

  @Override
  public int getScale(int column) throws SQLException {
    return type(column).scale();
  }

  @Override
  public int getColumnDisplaySize(int column) throws SQLException {
    return type(column).displaySize();
  }

  @Override
  public int isNullable(int column) throws SQLException {
    return columns.get(column).output().type().isNullable() ? columnNullable : columnNoNulls;
  }

  @Override
  public boolean isSigned(int column) throws SQLException {
    return type(column).isNumeric();
  }

  @Override
  public boolean isCaseSensitive(int column) throws SQLException {
    return type(column).isText();
  }

  @Override
  public boolean isAutoIncrement(int column) throws SQLException {
    return known(column, false);
  }

  @Override
  public boolean isSearchable(int column) throws SQLException {
    return known(column, true);
  }

  @Override
  public boolean isCurrency(int column) throws SQLException {
    return known(column, false);
  }

  @Override
  public boolean isReadOnly(int column) throws SQLException {
    return known(column, true);
  }

  @Override
  public boolean isWritable(int column) throws SQLException {
    return known(column, false);
  }

  @Override
  public boolean isDefinitelyWritable(int column) throws SQLException {
    return known(column, false);
  }

  private JdbcType type(int column) throws SQLException {
    return columns.get(column).type();
  }

  private String origin(int column, Function<Origin, String> part) throws SQLException {
    return columns.get(column).output().origin().map(part).orElse("");
  }

  /** The same answer for every column that there is. */
  private boolean known(int column, boolean answer) throws SQLException {
    ResultColumn checked = columns.get(column);
    return checked != null && answer;
  }
}
