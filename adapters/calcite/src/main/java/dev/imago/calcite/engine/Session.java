package dev.imago.calcite.engine;

import dev.imago.core.http.CallLog;
import dev.imago.core.statement.Cancellation;

/** One connection's view of an engine: its default schema and its call log. Safe for threads. */
public final class Session {

  /** The catalog of the default schema. */
  public String catalog() {
    throw new UnsupportedOperationException();
  }

  /** The default schema. */
  public String schema() {
    throw new UnsupportedOperationException();
  }

  /**
   * Sets where a table name without a schema is looked up, for statements prepared from now on.
   *
   * @throws dev.imago.core.error.ImagoException {@link
   *     dev.imago.core.error.ErrorCode#TABLE_NOT_FOUND} when there is no such schema
   */
  public void use(String catalog, String schema) {
    throw new UnsupportedOperationException();
  }

  /**
   * Plans a statement. No call is made.
   *
   * @param cancellation ends the planning
   * @throws dev.imago.core.error.ImagoException when the statement cannot be planned
   */
  public Plan prepare(String sql, Cancellation cancellation) {
    throw new UnsupportedOperationException();
  }

  /**
   * Runs a plan that this engine prepared. Rows are read as the cursor is moved; the first call may
   * be made before the first {@link RowCursor#next}.
   *
   * @throws dev.imago.core.error.ImagoException when it cannot be started
   */
  public RowCursor execute(Plan plan, Execution execution) {
    throw new UnsupportedOperationException();
  }

  /** The calls of this connection. */
  public CallLog calls() {
    throw new UnsupportedOperationException();
  }
}
