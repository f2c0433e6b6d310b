package dev.imago.calcite.engine;

import dev.imago.calcite.statement.OutputColumn;
import org.jspecify.annotations.Nullable;

/** The rows of one execution, pulled one by one. Used by one thread at a time. */
public interface RowCursor extends AutoCloseable {

  /**
   * Moves to the next row.
   *
   * @return false after the last row
   * @throws dev.imago.core.error.ImagoException when the row cannot be had
   */
  boolean next();

  /**
   * A value of the current row, as {@link OutputColumn#type} says.
   *
   * @param column from 0
   */
  @Nullable Object value(int column);

  /** Ends the execution and whatever call is running for it. May be called twice. */
  @Override
  void close();
}
