package dev.imago.differential;

import dev.imago.emulator.Emulator;
import dev.imago.jdbc.ImagoConnection;
import dev.imago.jdbc.ImagoDriver;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
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
   * @param repeatedCalls the calls that were made again within the statement
   */
  record Reply(Answer answer, List<String> repeatedCalls) {
    Reply {
      repeatedCalls = List.copyOf(repeatedCalls);
    }
  }

  /** Asks on a connection of its own, whose call log then has this query's calls only. */
  Reply reply(GeneratedQuery query) throws SQLException {
    try (ImagoConnection connection = connect()) {
      Answer answer = Answer.of(connection, query.sql(), query.parameters());
      return new Reply(answer, repeatedCalls(connection));
    }
  }

  private static List<String> repeatedCalls(ImagoConnection connection) throws SQLException {
    List<String> repeated = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet calls =
            statement.executeQuery(
                "SELECT COUNT(*), http_method, url FROM imago.system.calls"
                    + " WHERE cache <> 'shared' GROUP BY http_method, url HAVING COUNT(*) > 1")) {
      while (calls.next()) {
        repeated.add(calls.getInt(1) + " x " + calls.getString(2) + " " + calls.getString(3));
      }
    }
    return repeated;
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
