package dev.imago.launcher.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
            "SELECT statement_id, attempts, bytes, row_count, cache, error, provider, account"
                + " FROM imago.system.calls"
                + " WHERE statement_id > ?");
  }

  /** The calls since the last time that it was asked for the next ones. */
  CallTotals next() throws SQLException {
    return read(true);
  }

  /** The calls that {@link #next} would tell, which it will still do. */
  CallTotals sofar() throws SQLException {
    return read(false);
  }

  private CallTotals read(boolean isDone) throws SQLException {
    newCalls.setLong(1, lastStatement);
    long newest = lastStatement;
    long logged = 0;
    long calls = 0;
    long pages = 0;
    long cached = 0;
    long bytes = 0;
    long taken = 0;
    Set<List<String>> accounts = new HashSet<>();
    try (ResultSet rows = newCalls.executeQuery()) {
      while (rows.next()) {
        newest = Math.max(newest, rows.getLong("statement_id"));
        taken += rows.getLong("row_count");
        logged++;
        String account = rows.getString("account");
        if (account != null) {
          accounts.add(List.of(rows.getString("provider"), account));
        }
        if (rows.getString("cache").equals(MISS)) {
          calls += rows.getLong("attempts");
          pages += rows.getString("error") == null ? 1 : 0;
          bytes += rows.getLong("bytes");
        } else {
          cached++;
        }
      }
    }
    if (isDone) {
      lastStatement = newest;
    }
    return new CallTotals(calls, pages, cached, bytes, taken, accounts.size(), logged < KEPT);
  }

  @Override
  public void close() throws SQLException {
    newCalls.close();
  }
}
