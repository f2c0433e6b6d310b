package dev.imago.launcher.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Counts the API calls of one statement after the other, out of {@code imago.system.calls}. Reading
 * that table adds nothing to it.
 */
final class CallMeter implements AutoCloseable {
  /** How many calls the table keeps. */
  private static final int KEPT = 10_000;

  private static final String MISS = "miss";

  private final PreparedStatement newCalls;
  private long lastStatement;

  CallMeter(Connection connection) throws SQLException {
    newCalls =
        connection.prepareStatement(
            "SELECT statement_id, attempts, bytes, cache, error FROM imago.system.calls"
                + " WHERE statement_id > ?");
  }

  /** The calls since the last time that it was asked. */
  CallTotals next() throws SQLException {
    newCalls.setLong(1, lastStatement);
    long logged = 0;
    long calls = 0;
    long pages = 0;
    long cached = 0;
    long bytes = 0;
    try (ResultSet rows = newCalls.executeQuery()) {
      while (rows.next()) {
        lastStatement = Math.max(lastStatement, rows.getLong("statement_id"));
        logged++;
        if (rows.getString("cache").equals(MISS)) {
          calls += rows.getLong("attempts");
          pages += rows.getString("error") == null ? 1 : 0;
          bytes += rows.getLong("bytes");
        } else {
          cached++;
        }
      }
    }
    return new CallTotals(calls, pages, cached, bytes, logged < KEPT);
  }

  @Override
  public void close() throws SQLException {
    newCalls.close();
  }
}
