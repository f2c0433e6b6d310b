package dev.imago.core.page;

import java.util.Optional;
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
   * between two pages. It may have come meanwhile. Reads on to find out, but opens no answer. A
   * source that cannot tell has none, and {@link #next} may wait.
   */
  Optional<AnswerWait> unopened();

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
