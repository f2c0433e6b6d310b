package dev.imago.core.read;

import dev.imago.core.page.RowSource;
import dev.imago.core.statement.Cancellation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows of many requests, in the order of the requests. The first pages of the requests ahead of
 * the reader are already under way, within a window that starts at one request and doubles with
 * each request that is read to its end: a reader that is soon content starts few calls.
 *
 * <p>When calls are sent depends on the reader's progress alone and never on time, so that the same
 * reads have the same planned order.
 */
final class ReadAhead implements RowStream {
  private final Iterable<ReadRequest> source;
  private final Function<ReadRequest, RowSource> rows;
  private final int widest;
  private final Cancellation cancellation;
  private final Deque<RowSource> window = new ArrayDeque<>();
  private @Nullable Iterator<ReadRequest> requests;
  private int width = 1;
  private boolean isEnded;

  /**
   * A stream.
   *
   * @param rows the rows of one request, not started yet
   * @param widest the most requests that are under way at the same time
   */
  ReadAhead(
      Iterable<ReadRequest> source,
      Function<ReadRequest, RowSource> rows,
      int widest,
      Cancellation cancellation) {
    this.source = source;
    this.rows = rows;
    this.widest = widest;
    this.cancellation = cancellation;
  }

  @Override
  public void start() {
    if (!isEnded && !cancellation.isCancelled()) {
      fill();
    }
  }

  @Override
  public @Nullable Object @Nullable [] next() {
    if (isEnded) {
      return null;
    }
    boolean hasRow = false;
    try {
      @Nullable Object[] row = advance();
      hasRow = row != null;
      return row;
    } finally {
      // At the end of the rows, and on any failure.
      if (!hasRow) {
        close();
      }
    }
  }

  private @Nullable Object @Nullable [] advance() {
    cancellation.check();
    fill();
    while (!window.isEmpty()) {
      RowSource head = window.getFirst();
      @Nullable Object[] row = head.next();
      if (row != null) {
        return row;
      }
      window.removeFirst();
      width = Math.min(2 * width, widest);
      fill();
    }
    return null;
  }

  private void fill() {
    if (requests == null) {
      requests = source.iterator();
    }
    while (window.size() < width && !isBlocked() && requests.hasNext()) {
      RowSource next = rows.apply(requests.next());
      window.addLast(next);
      next.start();
    }
  }

  /** Behind a call that could not be sent, nothing more is sent: its failure ends the statement. */
  private boolean isBlocked() {
    return !window.isEmpty() && window.getLast().hasFailed();
  }

  @Override
  public void close() {
    isEnded = true;
    window.forEach(RowSource::close);
    window.clear();
  }
}
