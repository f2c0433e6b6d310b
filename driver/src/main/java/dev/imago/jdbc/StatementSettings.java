package dev.imago.jdbc;

import dev.imago.jdbc.contract.SqlErrors;
import dev.imago.jdbc.contract.Unwrapping;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What can be set on a statement, and the variants of its methods that differ only in a width or in
 * a wish for generated keys.
 */
abstract class StatementSettings implements Statement, Unwrapping {
  private static final Pattern SIMPLE_IDENTIFIER = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,127}");

  private volatile long maxRows;
  private volatile int fetchSize;
  private volatile int maxFieldSize;
  private volatile Duration timeout;
  private volatile boolean escapes = true;
  private volatile boolean poolable;
  private volatile boolean closeOnCompletion;

  /**
   * @param timeout until another one is set; zero is without end
   * @param poolable until it is set: what JDBC says of this kind of statement
   */
  StatementSettings(Duration timeout, boolean poolable) {
    this.timeout = timeout;
    this.poolable = poolable;
  }

  /**
   * Returns quietly unless the statement is closed.
   *
   * @throws SQLException 08003
   */
  abstract void checkOpen() throws SQLException;

  final Duration timeout() {
    return timeout;
  }

  final boolean escapes() {
    return escapes;
  }

  /** Executes a text, and gives the number of changed rows. */
  abstract long count(String sql, KeyColumns keys) throws SQLException;

  /** Executes a text, and tells whether there are rows, rather than a number of changed rows. */
  abstract boolean hasRows(String sql, KeyColumns keys) throws SQLException;

  @Override
  public final int executeUpdate(String sql) throws SQLException {
    return intCount(count(sql, KeyColumns.NONE));
  }

  @Override
  public final int executeUpdate(String sql, int keys) throws SQLException {
    return intCount(count(sql, KeyColumns.asked(keys)));
  }

  @Override
  public final int executeUpdate(String sql, int @Nullable [] keys) throws SQLException {
    return intCount(count(sql, KeyColumns.numbered(keys)));
  }

  @Override
  public final int executeUpdate(String sql, @Nullable String @Nullable [] keys)
      throws SQLException {
    return intCount(count(sql, KeyColumns.named(keys)));
  }

  @Override
  public final long executeLargeUpdate(String sql) throws SQLException {
    return count(sql, KeyColumns.NONE);
  }

  @Override
  public final long executeLargeUpdate(String sql, int keys) throws SQLException {
    return count(sql, KeyColumns.asked(keys));
  }

  @Override
  public final long executeLargeUpdate(String sql, int @Nullable [] keys) throws SQLException {
    return count(sql, KeyColumns.numbered(keys));
  }

  @Override
  public final long executeLargeUpdate(String sql, @Nullable String @Nullable [] keys)
      throws SQLException {
    return count(sql, KeyColumns.named(keys));
  }

  @Override
  public final boolean execute(String sql) throws SQLException {
    return hasRows(sql, KeyColumns.NONE);
  }

  @Override
  public final boolean execute(String sql, int keys) throws SQLException {
    return hasRows(sql, KeyColumns.asked(keys));
  }

  @Override
  public final boolean execute(String sql, int @Nullable [] keys) throws SQLException {
    return hasRows(sql, KeyColumns.numbered(keys));
  }

  @Override
  public final boolean execute(String sql, @Nullable String @Nullable [] keys) throws SQLException {
    return hasRows(sql, KeyColumns.named(keys));
  }

  @Override
  public final int[] executeBatch() throws SQLException {
    return Batches.ints(executeLargeBatch());
  }

  @Override
  public final int getUpdateCount() throws SQLException {
    return intCount(getLargeUpdateCount());
  }

  /** The count, or the most that an int can say. */
  static int intCount(long count) {
    return (int) Math.min(count, Integer.MAX_VALUE);
  }

  @Override
  public final int getMaxRows() throws SQLException {
    return intCount(getLargeMaxRows());
  }

  @Override
  public final void setMaxRows(int rows) throws SQLException {
    setLargeMaxRows(rows);
  }

  @Override
  public final long getLargeMaxRows() throws SQLException {
    checkOpen();
    return maxRows;
  }

  /** The most rows that a result set gives; 0 is all. */
  @Override
  public final void setLargeMaxRows(long rows) throws SQLException {
    checkOpen();
    maxRows = notNegative("a row limit", rows);
  }

  @Override
  public final int getFetchSize() throws SQLException {
    checkOpen();
    return fetchSize;
  }

  /** Kept, and without effect: a page is as large as the API makes it. */
  @Override
  public final void setFetchSize(int rows) throws SQLException {
    checkOpen();
    fetchSize = (int) notNegative("a fetch size", rows);
  }

  @Override
  public final int getMaxFieldSize() throws SQLException {
    checkOpen();
    return maxFieldSize;
  }

  /** Kept, and without effect: values are never cut. */
  @Override
  public final void setMaxFieldSize(int bytes) throws SQLException {
    checkOpen();
    maxFieldSize = (int) notNegative("a field size", bytes);
  }

  /** The time-out in seconds, rounded up; 0 is without end. */
  @Override
  public final int getQueryTimeout() throws SQLException {
    checkOpen();
    return intCount(timeout.plusMillis(999).toSeconds());
  }

  @Override
  public final void setQueryTimeout(int seconds) throws SQLException {
    checkOpen();
    timeout = Duration.ofSeconds(notNegative("a time-out", seconds));
  }

  @Override
  public final void setEscapeProcessing(boolean enable) throws SQLException {
    checkOpen();
    escapes = enable;
  }

  @Override
  public final boolean isPoolable() throws SQLException {
    checkOpen();
    return poolable;
  }

  @Override
  public final void setPoolable(boolean poolable) throws SQLException {
    checkOpen();
    this.poolable = poolable;
  }

  @Override
  public final void closeOnCompletion() throws SQLException {
    checkOpen();
    closeOnCompletion = true;
  }

  @Override
  public final boolean isCloseOnCompletion() throws SQLException {
    checkOpen();
    return closeOnCompletion;
  }

  /** Whether to close with the result set; unlike the JDBC method, also of a closed statement. */
  final boolean closesOnCompletion() {
    return closeOnCompletion;
  }

  /** Does nothing, as JDBC wants it where no row can be changed by its place in a result. */
  @Override
  public final void setCursorName(@Nullable String name) throws SQLException {
    checkOpen();
  }

  @Override
  public final int getFetchDirection() throws SQLException {
    checkOpen();
    return ResultSet.FETCH_FORWARD;
  }

  /** A hint, and without effect: rows come forward. */
  @Override
  public final void setFetchDirection(int direction) throws SQLException {
    checkOpen();
    switch (direction) {
      case ResultSet.FETCH_FORWARD, ResultSet.FETCH_REVERSE, ResultSet.FETCH_UNKNOWN -> {}
      default -> throw SqlErrors.invalidArgument("there is no fetch direction " + direction);
    }
  }

  @Override
  public final int getResultSetType() throws SQLException {
    checkOpen();
    return ResultSet.TYPE_FORWARD_ONLY;
  }

  @Override
  public final int getResultSetConcurrency() throws SQLException {
    checkOpen();
    return ResultSet.CONCUR_READ_ONLY;
  }

  @Override
  public final int getResultSetHoldability() throws SQLException {
    checkOpen();
    return ResultSet.HOLD_CURSORS_OVER_COMMIT;
  }

  @Override
  public final String enquoteIdentifier(@Nullable String identifier, boolean always)
      throws SQLException {
    if (identifier == null || identifier.isEmpty() || identifier.indexOf('\0') >= 0) {
      throw SqlErrors.invalidArgument("\"" + identifier + "\" is no identifier");
    }
    return isSimpleIdentifier(identifier) && !always
        ? identifier
        : '"' + identifier.replace("\"", "\"\"") + '"';
  }

  @Override
  public final boolean isSimpleIdentifier(@Nullable String identifier) throws SQLException {
    return identifier != null && SIMPLE_IDENTIFIER.matcher(identifier).matches();
  }

  @Override
  public final String enquoteLiteral(@Nullable String value) throws SQLException {
    if (value == null) {
      throw SqlErrors.invalidArgument("a literal cannot be made of null");
    }
    return "'" + value.replace("'", "''") + "'";
  }

  @Override
  public final String enquoteNCharLiteral(@Nullable String value) throws SQLException {
    return "N" + enquoteLiteral(value);
  }

  private static long notNegative(String what, long value) throws SQLException {
    if (value < 0) {
      throw SqlErrors.invalidArgument(what + " of " + value);
    }
    return value;
  }
}
