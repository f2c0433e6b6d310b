package dev.imago.jdbc;

import dev.imago.calcite.engine.Execution;
import dev.imago.calcite.engine.RowCursor;
import dev.imago.calcite.statement.Plan;
import dev.imago.core.error.ErrorCode;
import dev.imago.jdbc.contract.SqlErrors;
import dev.imago.jdbc.contract.Warnings;
import dev.imago.jdbc.result.ImagoResultSet;
import dev.imago.jdbc.result.ListCursor;
import dev.imago.jdbc.result.ResultColumns;
import dev.imago.jdbc.result.ResultOwner;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A statement. It has at most one execution at a time; threads that execute it at the same time
 * wait for each other, while {@link #cancel} and {@link #close} of any thread reach the execution
 * at once. After a cancel it can be used again.
 *
 * <p>The time-out covers an execution until its last row is read or its result set is closed.
 */
class ImagoStatement extends StatementSettings {
  /** What {@link #getUpdateCount} says when there is none. */
  private static final long NO_COUNT = -1;

  private final ImagoConnection connection;
  private final ReentrantLock executing = new ReentrantLock();
  private final Warnings warnings = new Warnings();
  private final List<String> batch = new ArrayList<>();

  private volatile boolean closed;
  private volatile @Nullable RunningExecution running;
  private volatile @Nullable ImagoResultSet resultSet;
  private long updateCount = NO_COUNT;

  ImagoStatement(ImagoConnection connection) {
    super(connection.defaultTimeout());
    this.connection = connection;
  }

  @Override
  final void checkOpen() throws SQLException {
    if (isClosed()) {
      throw SqlErrors.closed("statement");
    }
  }

  @Override
  public final ResultSet executeQuery(String sql) throws SQLException {
    return rows(plannedBy(sql), List.of());
  }

  @Override
  public final boolean execute(String sql) throws SQLException {
    return hasRows(plannedBy(sql), List.of());
  }

  @Override
  public final long executeLargeUpdate(String sql) throws SQLException {
    return count(plannedBy(sql), List.of());
  }

  /** Where a plan comes from. */
  @FunctionalInterface
  interface Planning {
    Plan plan(RunningExecution execution);
  }

  private Planning plannedBy(@Nullable String sql) throws SQLException {
    checkTakesText();
    if (sql == null) {
      throw SqlErrors.invalidArgument("the statement text is null");
    }
    String text = escapes() ? JdbcEscapes.translate(sql) : sql;
    return execution -> connection.session().prepare(text, execution.cancellation());
  }

  /** Whether the methods that take a text may be used: not on a prepared statement. */
  void checkTakesText() throws SQLException {
    checkOpen();
  }

  /** Executes, and gives the rows. */
  final ResultSet rows(Planning planning, List<@Nullable Object> parameters) throws SQLException {
    ResultSet rows = run(planning, parameters, Wanted.ROWS).rows();
    if (rows == null) {
      throw SqlErrors.of(ErrorCode.INTERNAL, "the statement has no rows");
    }
    return rows;
  }

  /** Executes, and gives the number of changed rows. */
  final long count(Planning planning, List<@Nullable Object> parameters) throws SQLException {
    return run(planning, parameters, Wanted.COUNT).count();
  }

  /** Executes, and tells whether there are rows, rather than a number of changed rows. */
  final boolean hasRows(Planning planning, List<@Nullable Object> parameters) throws SQLException {
    return run(planning, parameters, Wanted.EITHER).rows() != null;
  }

  /** What the caller can use. */
  private enum Wanted {
    ROWS,
    COUNT,
    EITHER;

    void check(Plan.Kind kind) throws SQLException {
      if (this == ROWS && kind == Plan.Kind.UPDATE) {
        throw SqlErrors.of(
            ErrorCode.ROWS_EXPECTED, "the statement gives no rows; use executeUpdate");
      }
      if (this == COUNT && kind != Plan.Kind.UPDATE) {
        throw SqlErrors.of(
            ErrorCode.ROWS_NOT_EXPECTED, "the statement gives rows; use executeQuery");
      }
    }
  }

  /** Rows, or else a count. */
  private record Outcome(@Nullable ImagoResultSet rows, long count) {}

  private Outcome run(Planning planning, List<@Nullable Object> parameters, Wanted wanted)
      throws SQLException {
    executing.lock();
    try {
      checkOpen();
      closeResultSet();
      updateCount = NO_COUNT;
      warnings.clear();
      RunningExecution execution = new RunningExecution(warnings);
      running = execution;
      connection.started(this);
      Duration limit = timeout();
      if (!limit.isZero()) {
        connection.timer().start(execution, limit);
      }
      boolean open = false;
      try {
        Outcome outcome = start(planning, parameters, wanted, execution);
        resultSet = outcome.rows();
        updateCount = outcome.count();
        open = outcome.rows() != null;
        checkNotClosedMeanwhile();
        return outcome;
      } catch (RuntimeException failure) {
        throw execution.failure(failure);
      } finally {
        if (!open) {
          end(execution);
        }
      }
    } finally {
      executing.unlock();
    }
  }

  private Outcome start(
      Planning planning,
      List<@Nullable Object> parameters,
      Wanted wanted,
      RunningExecution execution)
      throws SQLException {
    Plan plan = planning.plan(execution);
    wanted.check(plan.kind());
    checkHasValues(plan, parameters);
    if (plan.kind() == Plan.Kind.UPDATE && connection.isReadOnly()) {
      throw SqlErrors.of(
          ErrorCode.READ_ONLY, "the connection is read-only; the statement was not sent");
    }
    RowCursor cursor =
        connection
            .session()
            .execute(plan, new Execution(parameters, execution.cancellation(), execution));
    if (plan.kind() == Plan.Kind.UPDATE) {
      try (cursor) {
        return new Outcome(
            null, cursor.next() && cursor.value(0) instanceof Number count ? count.longValue() : 0);
      }
    }
    ImagoResultSet rows =
        new ImagoResultSet(
            new ResultColumns(plan.columns(), connection.nestedAsText()),
            cursor,
            new OwnedResult(execution),
            getLargeMaxRows());
    execution.warnTo(rows.warnings());
    return new Outcome(rows, NO_COUNT);
  }

  /** A plan can be shown without values for its parameters, and not run. */
  private static void checkHasValues(Plan plan, List<@Nullable Object> parameters)
      throws SQLException {
    if (parameters.size() < plan.parameters().size() && plan.kind() != Plan.Kind.EXPLAIN) {
      throw SqlErrors.of(
          ErrorCode.PARAMETER_NOT_SET,
          "the parameter "
              + (parameters.size() + 1)
              + " has no value; prepare the statement to give it one");
    }
  }

  /** A close by another thread may have come before there was anything that it could close. */
  private void checkNotClosedMeanwhile() throws SQLException {
    if (isClosed()) {
      closeResultSet();
      throw SqlErrors.of(ErrorCode.CANCELLED, "the statement was closed while it was executed");
    }
  }

  private void end(RunningExecution execution) {
    execution.ended();
    if (running == execution) {
      running = null;
      connection.ended(this);
    }
  }

  /** What connects a result set with this statement. */
  private final class OwnedResult implements ResultOwner {
    private final RunningExecution execution;

    OwnedResult(RunningExecution execution) {
      this.execution = execution;
    }

    @Override
    public Statement statement() {
      return ImagoStatement.this;
    }

    @Override
    public void interrupt() {
      execution.cancellation().cancel(ErrorCode.CANCELLED);
    }

    @Override
    public SQLException failure(RuntimeException failure) {
      return execution.failure(failure);
    }

    @Override
    public void ended() {
      end(execution);
    }

    @Override
    public void closed(ResultSet rows) throws SQLException {
      if (closesOnCompletion() && rows == resultSet) {
        close();
      }
    }
  }

  private void closeResultSet() throws SQLException {
    ImagoResultSet rows = resultSet;
    resultSet = null;
    if (rows != null) {
      rows.close();
    }
  }

  @Override
  public final void cancel() throws SQLException {
    checkOpen();
    RunningExecution execution = running;
    if (execution != null) {
      execution.cancellation().cancel(ErrorCode.CANCELLED);
    }
  }

  @Override
  public void close() throws SQLException {
    if (closed) {
      return;
    }
    closed = true;
    RunningExecution execution = running;
    if (execution != null) {
      execution.cancellation().cancel(ErrorCode.CANCELLED);
    }
    closeResultSet();
  }

  @Override
  public final boolean isClosed() {
    return closed || connection.isClosed();
  }

  @Override
  public final @Nullable ResultSet getResultSet() throws SQLException {
    checkOpen();
    return resultSet;
  }

  @Override
  public final long getLargeUpdateCount() throws SQLException {
    checkOpen();
    return updateCount;
  }

  @Override
  public final boolean getMoreResults() throws SQLException {
    return getMoreResults(CLOSE_CURRENT_RESULT);
  }

  /** A statement has one result, so there are never more. */
  @Override
  public final boolean getMoreResults(int current) throws SQLException {
    checkOpen();
    switch (current) {
      case CLOSE_CURRENT_RESULT, CLOSE_ALL_RESULTS -> closeResultSet();
      case KEEP_CURRENT_RESULT -> throw SqlErrors.unsupported("keeping a result open");
      default -> throw SqlErrors.invalidArgument("getMoreResults(" + current + ")");
    }
    updateCount = NO_COUNT;
    return false;
  }

  /** Empty: no statement gives keys. */
  @Override
  public final ResultSet getGeneratedKeys() throws SQLException {
    checkOpen();
    return new ImagoResultSet(
        new ResultColumns(List.of(), false), new ListCursor(List.of()), ResultOwner.NONE, 0);
  }

  @Override
  public final void addBatch(String sql) throws SQLException {
    checkTakesText();
    if (sql == null) {
      throw SqlErrors.invalidArgument("the statement text is null");
    }
    batch.add(sql);
  }

  @Override
  public void clearBatch() throws SQLException {
    checkOpen();
    batch.clear();
  }

  @Override
  public long[] executeLargeBatch() throws SQLException {
    checkOpen();
    List<String> texts = List.copyOf(batch);
    batch.clear();
    return Batches.run(texts, sql -> count(plannedBy(sql), List.of()));
  }

  @Override
  public final @Nullable SQLWarning getWarnings() throws SQLException {
    checkOpen();
    return warnings.first();
  }

  @Override
  public final void clearWarnings() throws SQLException {
    checkOpen();
    warnings.clear();
  }

  @Override
  public final Connection getConnection() throws SQLException {
    checkOpen();
    return connection;
  }
}
