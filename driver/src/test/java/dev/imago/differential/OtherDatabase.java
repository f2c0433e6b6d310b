package dev.imago.differential;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * DuckDB with the demo's rows in tables of the same names. It is no Calcite, and has what this test
 * needs of SQL: three-part names, FULL JOIN, LATERAL, INTERSECT ALL, grouping sets.
 */
final class OtherDatabase implements AutoCloseable {
  private final Connection connection;

  /** Makes the tables, in memory. */
  OtherDatabase(DemoRows rows) throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
    try (Statement statement = connection.createStatement()) {
      statement.execute("ATTACH ':memory:' AS google");
      Set<String> schemas = new LinkedHashSet<>();
      for (DemoTable table : rows.byTable().keySet()) {
        if (schemas.add(table.schema())) {
          statement.execute("CREATE SCHEMA " + table.schema());
        }
        statement.execute(create(table));
      }
    }
    for (Map.Entry<DemoTable, List<List<@Nullable Object>>> table : rows.byTable().entrySet()) {
      insert(table.getKey(), table.getValue());
    }
  }

  private static String create(DemoTable table) {
    return Stream.concat(
            table.sqlColumns().stream()
                .map(column -> column.name() + " " + column.type().declaration()),
            table.nested().stream().map(column -> column.name() + " " + column.declaration()))
        .collect(Collectors.joining(", ", "CREATE TABLE " + table.name() + " (", ")"));
  }

  private void insert(DemoTable table, List<List<@Nullable Object>> rows) throws SQLException {
    String places =
        Stream.concat(
                table.columns().stream().map(column -> "?"),
                table.nested().stream()
                    .map(
                        column ->
                            "json_transform(CAST(? AS JSON), '\"" + column.declaration() + "\"')"))
            .collect(Collectors.joining(", "));
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO " + table.name() + " VALUES (" + places + ")")) {
      for (List<@Nullable Object> row : rows) {
        for (int i = 0; i < row.size(); i++) {
          insert.setObject(i + 1, row.get(i));
        }
        insert.executeUpdate();
      }
    }
  }

  Answer answer(GeneratedQuery query) {
    return Answer.of(connection, query.wholeSql(), query.parameters());
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
