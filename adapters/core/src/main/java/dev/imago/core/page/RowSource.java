package dev.imago.core.page;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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
   * The answer that the next row would be in, where nobody has opened it yet: at the beginning, and
   * between two pages. Reads on to find out, but opens no answer. A source that cannot tell has
   * none, and {@link #next} may wait.
   *
   * @return completes when the answer begins, and when none will come; perhaps it has already
   */
  Optional<CompletableFuture<?>> unopened();

  /**
   * Says that the reader turns to something else. Other statements wait for an answer only while
   * its reader is at it, from when it asks until then.
   *
   * @param mayWait whether the reader may wait for answers first, to read on for those who wait
   *     already; else it reads on as far as answers have come
   */
  void leave(boolean mayWait);

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
