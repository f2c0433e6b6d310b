package dev.imago.core.read;

import org.jspecify.annotations.Nullable;

/**
 * Rows, pulled one by one. Nothing is sent before {@link #start} or the first {@link #next}, and
 * then no more than a bounded window ahead of the reader. Used by one thread at a time.
 */
public interface RowStream extends AutoCloseable {

  /**
   * Sends the first call and does not wait for its answer. A reader of many streams starts the ones
   * that it will come to soon. A failure to send is thrown by {@link #next}.
   */
  void start();

  /**
   * The next row, or null after the last. The array is the caller's to keep.
   *
   * @throws dev.imago.core.error.ImagoException when a call fails, on any page; the stream is then
   *     at its end
   */
  @Nullable Object @Nullable [] next();

  /** Ends the stream and whatever call is running for it. May be called twice. */
  @Override
  void close();
}
