package dev.imago.launcher.shell;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that has a name in a connection. It is read from system tables, without a call.
 *
 * @param schema the default one, {@code provider.service}
 * @param tables {@code provider, service, table}
 * @param columns {@code provider, service, table, column}
 * @param methods {@code provider, service, table, method} of what EXEC can run
 * @param parameters {@code provider, service, table, method, parameter}
 */
record ShellNames(
    String schema,
    List<List<String>> tables,
    List<List<String>> columns,
    List<List<String>> methods,
    List<List<String>> parameters) {

  static ShellNames read(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return new ShellNames(
          connection.getCatalog() + "." + connection.getSchema(),
          rows(statement, "SELECT provider, service, table_name FROM imago.system.tables"),
          rows(
              statement,
              "SELECT provider, service, table_name, column_name FROM imago.system.columns"),
          rows(
              statement,
              "SELECT provider, service, table_name, method FROM imago.system.methods"
                  + " WHERE sql_verb <> 'SELECT'"),
          rows(
              statement,
              "SELECT provider, service, table_name, method, parameter_name"
                  + " FROM imago.system.parameters"));
    }
  }

  private static List<List<String>> rows(Statement statement, String sql) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (ResultSet results = statement.executeQuery(sql)) {
      int width = results.getMetaData().getColumnCount();
      while (results.next()) {
        List<String> row = new ArrayList<>(width);
        for (int column = 1; column <= width; column++) {
          row.add(String.valueOf(results.getString(column)));
        }
        rows.add(List.copyOf(row));
      }
    }
    return List.copyOf(rows);
  }
}
