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
  private @Nullable Enumerator<?> enumerator;
  private boolean closed;

  /**
   * @param bare whether a row is the value of its only column, and no array
   */
  EnumeratorCursor(Enumerable<?> rows, boolean bare, Cancellation cancellation) {
    this.rows = rows;
    this.bare = bare;
    this.cancellation = cancellation;
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
      return enumerator.moveNext();
    } catch (RuntimeException | StackOverflowError e) {
      throw ExecutionErrors.translate(e, cancellation);
    }
  }

  @Override
  public @Nullable Object value(int column) {
    Enumerator<?> current = enumerator;
    if (current == null) {
      throw new ImagoException(ErrorCode.CURSOR_STATE, "the result is not on a row");
    }
    Object row = current.current();
    if (bare) {
      return row;
    }
    return ((@Nullable Object[]) row)[column];
  }

  @Override
  public void close() {
    closed = true;
    if (enumerator != null) {
      enumerator.close();
      enumerator = null;
    }
  }
}
