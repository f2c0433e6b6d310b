package dev.imago.core.read;

import dev.imago.core.page.PagedRows.Ahead;
import dev.imago.core.page.RowSource;
import dev.imago.core.statement.Cancellation;
import java.util.Iterator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows of many requests. The first pages of the requests ahead of the reader are already under
 * way, within a window that starts at one request and doubles with each request that is read to its
 * end: a reader that is soon content starts few calls. The requests are read in their order, but
 * for one that is late: it does not hold up the others in the window.
 *
 * <p>A reader that will read on reads the requests of the window page by page in turns: the next
 * page of one is under way while those of the others are read. Behind the first page, the window is
 * as wide as it gets.
 *
 * <p>When calls are sent depends on the reader's progress alone and never on time, so that the same
 * reads have the same planned order, unless {@linkplain Turns services are slow}.
 */
final class ReadAhead implements RowStream {
  private final Iterable<ReadRequest> source;
  private final Function<ReadRequest, RowSource> rows;
  private final int widest;
  private final Cancellation cancellation;
  private final Ahead ahead;
  private final Turns window;
  private @Nullable Iterator<ReadRequest> requests;
  private int width = 1;
  private boolean isEnded;

  /**
   * A stream.
   *
   * @param rows the rows of one request, not started yet
   * @param widest the most requests that are under way at the same time
   * @param ahead whether the reader will read on
   */
  ReadAhead(
      Iterable<ReadRequest> source,
      Function<ReadRequest, RowSource> rows,
      int widest,
      Ahead ahead,
      Cancellation cancellation) {
    this.source = source;
    this.rows = rows;
    this.widest = widest;
    this.ahead = ahead;
    this.cancellation = cancellation;
    this.window = new Turns(cancellation);
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
      window.leave();
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
      if (width == 1 && !window.isAloneInTime()) {
        // Nobody is held up by the first either.
        widen();
      }
      if (ahead == Ahead.ONE_PAGE && window.pass()) {
        widen();
      }
      @Nullable Object[] row = window.take().next();
      if (row != null) {
        return row;
      }
      window.remove();
      widen();
    }
    return null;
  }

  private void widen() {
    width = ahead == Ahead.ONE_PAGE ? widest : (int) Math.min(2L * width, widest);
    fill();
  }

  private void fill() {
    if (requests == null) {
      requests = source.iterator();
    }
    while (window.size() < width && requests.hasNext() && !isBlocked()) {
      RowSource next = rows.apply(requests.next());
      window.add(next);
      next.start();
    }
  }

  /** Behind a call that could not be sent, nothing more is sent: its failure ends the statement. */
  private boolean isBlocked() {
    return window.hasFailed();
  }

  @Override
  public void close() {
    isEnded = true;
    window.close();
  }
}
