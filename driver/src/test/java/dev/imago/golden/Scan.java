package dev.imago.golden;

import dev.imago.jdbc.ImagoDriver;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Map;

/**
 * A program of its own that reads a query to its end and touches every column. Its arguments are a
 * connection URL and a query; its exit code tells whether it came to the end, and standard output
 * how many rows there were.
 */
final class Scan {
  private Scan() {}

  /** Runs the program. */
  public static void main(String[] arguments) throws SQLException {
    try (Connection connection =
            new ImagoDriver(null, Map.of())
                .connect(arguments[0], Map.of(), Map.of(), Clock.systemUTC());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(arguments[1])) {
      int columns = rows.getMetaData().getColumnCount();
      long count = 0;
      while (rows.next()) {
        for (int column = 1; column <= columns; column++) {
          rows.getObject(column);
        }
        count++;
      }
      System.out.println(count);
    }
  }
}
