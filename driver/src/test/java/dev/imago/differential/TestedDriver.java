package dev.imago.differential;

import dev.imago.emulator.Emulator;
import dev.imago.jdbc.ImagoConnection;
import dev.imago.jdbc.ImagoDriver;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The driver, connected to the demo's clouds. */
final class TestedDriver implements AutoCloseable {
  private final ImagoDriver driver = new ImagoDriver(null, Map.of());
  private final Emulator emulator;
  private final Map<String, String> properties;

  /** Held open, so that the connections of one query share what is planned and compiled. */
  private final ImagoConnection first;

  TestedDriver(Mode mode, Emulator emulator) throws SQLException {
    this.emulator = emulator;
    this.properties = new LinkedHashMap<>(emulator.serviceUrls());
    if (mode == Mode.BOUND) {
      properties.put("google.project", String.join(",", DemoTables.DEFAULT_PROJECTS));
    }
    this.first = connect();
  }

  private ImagoConnection connect() throws SQLException {
    return driver.connect("jdbc:imago:", properties, Map.of(), emulator.clock());
  }

  /**
   * What the driver says.
   *
   * @param repeatedCalls how many calls were made again within the statement
   */
  record Reply(Answer answer, int repeatedCalls) {}

  /** Asks on a connection of its own, whose call log then has this query's calls only. */
  Reply reply(GeneratedQuery query) throws SQLException {
    try (ImagoConnection connection = connect()) {
      Answer answer = Answer.of(connection, query.sql(), query.parameters());
      return new Reply(answer, repeatedCalls(connection));
    }
  }

  private static int repeatedCalls(ImagoConnection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet calls =
            statement.executeQuery(
                "SELECT COALESCE(SUM(n - 1), 0) FROM (SELECT COUNT(*) AS n FROM imago.system.calls"
                    + " WHERE cache <> 'shared' GROUP BY http_method, url)")) {
      calls.next();
      return calls.getInt(1);
    }
  }

  /** The plan, or why there is none. */
  String plan(GeneratedQuery query) {
    try (ImagoConnection connection = connect();
        PreparedStatement statement =
            connection.prepareStatement("EXPLAIN PLAN FOR " + query.sql())) {
      List<Object> parameters = query.parameters();
      for (int i = 0; i < parameters.size(); i++) {
        statement.setObject(i + 1, parameters.get(i));
      }
      StringBuilder plan = new StringBuilder();
      try (ResultSet lines = statement.executeQuery()) {
        while (lines.next()) {
          plan.append(lines.getString(1)).append('\n');
        }
      }
      return plan.toString();
    } catch (SQLException failure) {
      return failure.getSQLState() + " " + failure.getMessage();
    }
  }

  @Override
  public void close() throws SQLException {
    first.close();
  }
}
