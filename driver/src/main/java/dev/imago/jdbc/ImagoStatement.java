package dev.imago.jdbc;

import dev.imago.calcite.engine.Changes;
import dev.imago.calcite.engine.Execution;
import dev.imago.calcite.engine.RowCursor;
import dev.imago.calcite.statement.Plan;
import dev.imago.core.error.ErrorCode;
import dev.imago.jdbc.contract.SqlErrors;
import dev.imago.jdbc.contract.Warnings;
import dev.imago.jdbc.result.ImagoResultSet;
import dev.imago.jdbc.result.MemoryOwner;
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
  private final ImagoConnection connection;
  private final ReentrantLock executing = new ReentrantLock();
  private final Warnings warnings = new Warnings();
  private final List<Task> batch = new ArrayList<>();
  private final List<Changes.Key> keys = new ArrayList<>();

  private volatile boolean closed;

  /** Whether a cancel came since a batch began: it may come between two elements. */
  private volatile boolean cancelled;

  private volatile @Nullable RunningExecution running;
  private volatile @Nullable ImagoResultSet resultSet;
  private KeyColumns keyColumns = KeyColumns.NONE;
  private long updateCount = Outcome.NO_COUNT;

  ImagoStatement(ImagoConnection connection) {
    this(connection, false);
  }

  ImagoStatement(ImagoConnection connection, boolean poolable) {
    super(connection.defaultTimeout(), poolable);
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
    return rows(task(sql, KeyColumns.NONE));
  }

  @Override
  final long count(String sql, KeyColumns keys) throws SQLException {
    return count(task(sql, keys));
  }

  @Override
  final boolean hasRows(String sql, KeyColumns keys) throws SQLException {
    return hasRows(task(sql, keys));
  }

  private Task task(@Nullable String sql, KeyColumns keys) throws SQLException {
    checkTakesText();
    if (sql == null) {
      throw SqlErrors.invalidArgument("the statement text is null");
    }
    boolean hasEscapes = escapes();
    return new Task(
        execution ->
            connection
                .session()
                .prepare(hasEscapes ? JdbcEscapes.translate(sql) : sql, execution.cancellation()),
        List.of(),
        keys);
  }

  /** Whether the methods that take a text may be used: not on a prepared statement. */
  void checkTakesText() throws SQLException {
    checkOpen();
  }

  /** Executes, and gives the rows. */
  final ResultSet rows(Task task) throws SQLException {
    ResultSet rows = run(task, Wanted.ROWS).rows();
    if (rows == null) {
      throw SqlErrors.of(ErrorCode.INTERNAL, "the statement has no rows");
    }
    return rows;
  }

  /** Executes, and gives the number of changed rows. */
  final long count(Task task) throws SQLException {
    return run(task, Wanted.COUNT).count();
  }

  /** Executes, and tells whether there are rows, rather than a number of changed rows. */
  final boolean hasRows(Task task) throws SQLException {
    return run(task, Wanted.EITHER).rows() != null;
  }

  private Outcome run(Task task, Wanted wanted) throws SQLException {
    executing.lock();
    try {
      clearLast(task.keys());
      return execute(task, wanted);
    } finally {
      executing.unlock();
    }
  }

  /** Forgets what the execution before this one gave. */
  private void clearLast(KeyColumns wantedKeys) throws SQLException {
    checkOpen();
    closeResultSet();
    updateCount = Outcome.NO_COUNT;
    keyColumns = wantedKeys;
    keys.clear();
    warnings.clear();
  }

  private Outcome execute(Task task, Wanted wanted) throws SQLException {
    checkOpen();
    RunningExecution execution = new RunningExecution(warnings);
    running = execution;
    connection.started(this);
    boolean open = false;
    try {
      Duration limit = timeout();
      if (!limit.isZero()) {
        connection.timer().start(execution, limit);
      }
      Outcome outcome = start(task, wanted, execution);
      resultSet = outcome.rows();
      updateCount = outcome.count();
      keys.addAll(outcome.keys());
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
  }

  private Outcome start(Task task, Wanted wanted, RunningExecution running) throws SQLException {
    Plan plan = task.planning().plan(running);
    wanted.check(plan.kind());
    checkHasValues(plan, task.parameters());
    Execution execution =
        new Execution(task.parameters(), running.cancellation(), running, getLargeMaxRows() != 0);
    if (plan.kind() == Plan.Kind.UPDATE) {
      return Outcome.of(connection.session().update(plan, execution));
    }
    RowCursor cursor = connection.session().execute(plan, execution);
    ImagoResultSet rows =
        new ImagoResultSet(
            new ResultColumns(plan.columns(), connection.nestedAsText()),
            cursor,
            new OwnedResult(running),
            getLargeMaxRows());
    running.warnTo(rows.warnings());
    return Outcome.of(rows);
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
    cancelled = true;
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
    updateCount = Outcome.NO_COUNT;
    return false;
  }

  /**
   * The {@code operation} and the {@code target_id} of each row that the last execution changed, if
   * it was asked to keep them. After a batch, of all of its rows.
   */
  @Override
  public final ResultSet getGeneratedKeys() throws SQLException {
    checkOpen();
    return keyColumns.result(keys, new MemoryOwner(this));
  }

  @Override
  public final void addBatch(String sql) throws SQLException {
    addToBatch(task(sql, KeyColumns.NONE));
  }

  final void addToBatch(Task task) {
    batch.add(task);
  }

  @Override
  public final void clearBatch() throws SQLException {
    checkOpen();
    batch.clear();
  }

  /**
   * Runs the batch, one element after the other, each with a time-out of its own. The first failure
   * ends it.
   */
  @Override
  public final long[] executeLargeBatch() throws SQLException {
    executing.lock();
    try {
      checkOpen();
      List<Task> tasks = List.copyOf(batch);
      batch.clear();
      clearLast(tasks.isEmpty() ? KeyColumns.NONE : tasks.get(0).keys());
      cancelled = false;
      long[] counts = Batches.run(tasks, this::runElement);
      updateCount = Outcome.NO_COUNT;
      return counts;
    } finally {
      executing.unlock();
    }
  }

  private long runElement(Task task) throws SQLException {
    if (cancelled) {
      throw SqlErrors.of(ErrorCode.CANCELLED, "the statement was cancelled");
    }
    return execute(task, Wanted.COUNT).count();
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
