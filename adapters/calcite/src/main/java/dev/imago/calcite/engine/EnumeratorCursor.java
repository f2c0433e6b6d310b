package dev.imago.calcite.engine;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.statement.Cancellation;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.jspecify.annotations.Nullable;

/** The rows that generated code makes, as a cursor. */
final class EnumeratorCursor implements RowCursor {
  private final Enumerable<?> rows;
  private final boolean bare;
  private final Cancellation cancellation;
  private final Runnable onClose;
  private @Nullable Enumerator<?> enumerator;
  private @Nullable Object row;
  private boolean onRow;
  private boolean closed;

  /**
   * A cursor before the first row.
   *
   * @param bare whether a row is the value of its only column, and no array
   * @param onClose lets go what the rows were made from
   */
  EnumeratorCursor(Enumerable<?> rows, boolean bare, Cancellation cancellation, Runnable onClose) {
    this.rows = rows;
    this.bare = bare;
    this.cancellation = cancellation;
    this.onClose = onClose;
  }

  @Override
  public boolean next() {
    if (closed) {
      throw new ImagoException(ErrorCode.CURSOR_STATE, "the result is closed");
    }
    try {
      if (enumerator == null) {
        enumerator = rows.enumerator();
      }
      onRow = enumerator.moveNext();
      // Generated code computes the row when it is asked for, so it is asked once.
      row = onRow ? enumerator.current() : null;
      return onRow;
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      onRow = false;
      throw ExecutionErrors.translate(e, cancellation);
    }
  }

  @Override
  public @Nullable Object value(int column) {
    if (!onRow) {
      throw new ImagoException(ErrorCode.CURSOR_STATE, "the result is not on a row");
    }
    Object current = row;
    return bare || current == null ? current : ((@Nullable Object[]) current)[column];
  }

  @Override
  public void close() {
    closed = true;
    onRow = false;
    row = null;
    if (enumerator != null) {
      enumerator.close();
      enumerator = null;
    }
    onClose.run();
  }
}
