package dev.imago.jdbc.result;

import dev.imago.calcite.engine.RowCursor;
import dev.imago.core.error.ErrorCode;
import dev.imago.jdbc.contract.SqlErrors;
import dev.imago.jdbc.contract.Unwrapping;
import dev.imago.jdbc.contract.Warnings;
import dev.imago.jdbc.result.ResultColumns.ResultColumn;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are read once, forward, as they are pulled. One thread reads; any thread may close it.
 */
public final class ImagoResultSet extends ReadsByNumber implements Unwrapping {
  private final ResultColumns columns;
  private final RowCursor cursor;
  private final ResultOwner owner;
  private final long maxRows;
  private final Warnings warnings = new Warnings();
  private final ReentrantLock moving = new ReentrantLock();

  private volatile boolean closed;
  private Position position = Position.BEFORE_FIRST;
  private long row;
  private boolean lastWasNull;
  private int fetchSize;

  private enum Position {
    BEFORE_FIRST,
    ON_ROW,
    AFTER_LAST
  }

  /**
   * @param maxRows the most rows to give; 0 is all
   */
  public ImagoResultSet(ResultColumns columns, RowCursor cursor, ResultOwner owner, long maxRows) {
    this.columns = columns;
    this.cursor = cursor;
    this.owner = owner;
    this.maxRows = maxRows;
  }

  /** Where warnings go that come while rows are read. */
  public Warnings warnings() {
    return warnings;
  }

  @Override
  public boolean next() throws SQLException {
    moving.lock();
    try {
      checkOpen();
      if (position == Position.AFTER_LAST) {
        return false;
      }
      if ((maxRows == 0 || row < maxRows) && advance()) {
        position = Position.ON_ROW;
        row++;
        return true;
      }
      end();
      return false;
    } catch (SQLException failure) {
      endAfter(failure);
      throw failure;
    } finally {
      moving.unlock();
    }
  }

  private boolean advance() throws SQLException {
    try {
      return cursor.next();
    } catch (RuntimeException failure) {
      throw owner.failure(failure);
    }
  }

  /** Lets go of whatever still runs for the rows. */
  private void end() throws SQLException {
    if (position == Position.AFTER_LAST) {
      return;
    }
    position = Position.AFTER_LAST;
    try {
      cursor.close();
    } catch (RuntimeException failure) {
      throw SqlErrors.of(failure);
    } finally {
      owner.ended();
    }
  }

  private void endAfter(SQLException failure) {
    try {
      end();
    } catch (SQLException further) {
      failure.addSuppressed(further);
    }
  }

  @Override
  public void close() throws SQLException {
    if (!moving.tryLock()) {
      // Another thread waits for a row. It must not keep this one waiting.
      owner.interrupt();
      moving.lock();
    }
    try {
      if (closed) {
        return;
      }
      closed = true;
      end();
    } finally {
      moving.unlock();
      owner.closed(this);
    }
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  private void checkOpen() throws SQLException {
    if (closed) {
      throw SqlErrors.closedResult();
    }
  }

  @Override
  <T> @Nullable T read(int column, Reading<T> reading) throws SQLException {
    checkOpen();
    if (position != Position.ON_ROW) {
      throw SqlErrors.of(
          ErrorCode.CURSOR_STATE,
          position == Position.BEFORE_FIRST
              ? "the result set stands before its first row; call next()"
              : "the result set stands after its last row");
    }
    ResultColumn description = columns.get(column);
    try {
      Object value = cursor.value(column - 1);
      lastWasNull = value == null;
      return value == null ? null : reading.read(description.reader(), value);
    } catch (RuntimeException failure) {
      throw SqlErrors.of(failure);
    }
  }

  @Override
  public boolean wasNull() throws SQLException {
    checkOpen();
    return lastWasNull;
  }

  @Override
  public int findColumn(@Nullable String label) throws SQLException {
    checkOpen();
    return columns.find(label);
  }

  @Override
  public ResultSetMetaData getMetaData() throws SQLException {
    checkOpen();
    return new ImagoResultSetMetaData(columns);
  }

  @Override
  public @Nullable Statement getStatement() throws SQLException {
    checkOpen();
    return owner.statement();
  }

  @Override
  public @Nullable SQLWarning getWarnings() throws SQLException {
    checkOpen();
    return warnings.first();
  }

  @Override
  public void clearWarnings() throws SQLException {
    checkOpen();
    warnings.clear();
  }

  @Override
  public int getRow() throws SQLException {
    checkOpen();
    return position == Position.ON_ROW ? (int) Math.min(row, Integer.MAX_VALUE) : 0;
  }

  @Override
  public boolean isBeforeFirst() throws SQLException {
    checkOpen();
    return position == Position.BEFORE_FIRST;
  }

  @Override
  public boolean isFirst() throws SQLException {
    checkOpen();
    return position == Position.ON_ROW && row == 1;
  }

  @Override
  public boolean isAfterLast() throws SQLException {
    checkOpen();
    return position == Position.AFTER_LAST && row > 0;
  }

  @Override
  public int getType() throws SQLException {
    checkOpen();
    return ResultSet.TYPE_FORWARD_ONLY;
  }

  @Override
  public int getConcurrency() throws SQLException {
    checkOpen();
    return ResultSet.CONCUR_READ_ONLY;
  }

  @Override
  public int getHoldability() throws SQLException {
    checkOpen();
    return ResultSet.HOLD_CURSORS_OVER_COMMIT;
  }

  @Override
  public int getFetchDirection() throws SQLException {
    checkOpen();
    return ResultSet.FETCH_FORWARD;
  }

  @Override
  public void setFetchDirection(int direction) throws SQLException {
    checkOpen();
    if (direction != ResultSet.FETCH_FORWARD) {
      throw SqlErrors.unsupported("reading backwards");
    }
  }

  @Override
  public int getFetchSize() throws SQLException {
    checkOpen();
    return fetchSize;
  }

  /** Kept, and without effect: a page is as large as the API makes it. */
  @Override
  public void setFetchSize(int rows) throws SQLException {
    checkOpen();
    if (rows < 0) {
      throw SqlErrors.invalidArgument("a fetch size of " + rows);
    }
    fetchSize = rows;
  }

  @Override
  public boolean rowUpdated() throws SQLException {
    checkOpen();
    return false;
  }

  @Override
  public boolean rowInserted() throws SQLException {
    checkOpen();
    return false;
  }

  @Override
  public boolean rowDeleted() throws SQLException {
    checkOpen();
    return false;
  }
}
