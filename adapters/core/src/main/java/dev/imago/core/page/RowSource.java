package dev.imago.core.page;

import org.jspecify.annotations.Nullable;

/** The rows of one request. Used by one thread. */
public interface RowSource extends AutoCloseable {

  /**
   * Sends the first call, unless no row is wanted. A failure to send it is thrown when its rows are
   * asked for: perhaps they never are.
   */
  void start();

  /** Whether a call has failed already, so that its rows will end with that failure. */
  boolean hasFailed();

  /**
   * The next row, or null after the last.
   *
   * @throws dev.imago.core.error.ImagoException when a call fails, on any page
   */
  @Nullable Object @Nullable [] next();

  /** Ends the call that is running. */
  @Override
  void close();
}
