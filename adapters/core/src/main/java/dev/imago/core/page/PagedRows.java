package dev.imago.core.page;

import com.fasterxml.jackson.core.JsonFactory;
import dev.imago.core.description.ReadMethod;
import dev.imago.core.error.ImagoException;
import dev.imago.core.http.Answer;
import dev.imago.core.row.RowDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one read, page after page. The first page can be sent ahead, and is read row by row.
 * Where its reader will read on, a further page is decoded in chunks, ahead of the reader: its last
 * chunk tells where the next page begins, which is asked for while that chunk is given. Otherwise a
 * page is asked for when the one before it is read to its end. Used by one thread.
 */
public final class PagedRows implements RowSource {
  /** The most bytes of an answer that are decoded ahead of the reader, and a row. */
  private static final long CHUNK = 256 * 1024;

  private final Sender sender;
  private final ReadMethod method;
  private final RowDecoder decoder;
  private final JsonFactory json;
  private final Optional<PageCourse> course;
  private final Ahead ahead;

  /** The rows of the chunk that were not given yet. */
  private final Deque<@Nullable Object[]> chunk = new ArrayDeque<>();

  /** The most rows that an answer should have. */
  private final long expectedRows;

  /** How many rows may still be read of the calls. */
  private long remaining;

  private long rowsOfPage;
  private int page;
  private @Nullable Answer call;
  private @Nullable PageParser parser;
  private @Nullable ImagoException failure;
  private boolean isStarted;

  /** How far the calls of one read run ahead of its reader. */
  public enum Ahead {
    /** No page is asked for before the reader needs it: it may stop at any row. */
    NOTHING,
    /** One page, from the third on: a reader that has come to the second reads on. */
    ONE_PAGE
  }

  /** Sends the call for one page. */
  public interface Sender {
    /**
     * Sends it and does not wait.
     *
     * @param page the page's number, from 1
     * @param start where the page begins, as the page ahead said; empty for the first
     */
    Answer send(int page, Optional<String> start);
  }

  /**
   * The rows of one read; nothing is sent yet.
   *
   * @param pageSize how many rows each page is asked for; empty when the method has no pages
   * @param limit no more rows than these are wanted
   * @param ahead how far the calls run ahead
   */
  public PagedRows(
      Sender sender,
      ReadMethod method,
      OptionalLong pageSize,
      OptionalLong limit,
      Ahead ahead,
      RowDecoder decoder,
      JsonFactory json) {
    this.sender = sender;
    this.method = method;
    this.course = method.paging().map(p -> PageCourse.of(p, pageSize.orElseThrow()));
    this.remaining = limit.orElse(Long.MAX_VALUE);
    this.expectedRows = method.kind() == ReadMethod.Kind.GET ? 1 : pageSize.orElse(Long.MAX_VALUE);
    this.ahead = ahead;
    this.decoder = decoder;
    this.json = json;
  }

  @Override
  public void start() {
    isStarted = true;
    if (remaining == 0) {
      return;
    }
    page = 1;
    try {
      call = sender.send(page, Optional.empty());
    } catch (ImagoException e) {
      failure = e;
    }
  }

  @Override
  public boolean hasFailed() {
    return failure != null;
  }

  @Override
  public Optional<CompletableFuture<?>> unopened() {
    if (!isStarted) {
      start();
    }
    while (mayReadOn()) {
      Answer current = Objects.requireNonNull(call);
      if (parser == null) {
        return Optional.of(current.begun());
      }
      readOn(current);
    }
    return Optional.empty();
  }

  /** Nobody else waits for its rows. */
  @Override
  public void leave(boolean mayWait) {}

  private boolean mayReadOn() {
    return chunk.isEmpty() && failure == null && call != null && remaining > 0;
  }

  @Override
  public @Nullable Object @Nullable [] next() {
    if (!isStarted) {
      start();
    }
    while (mayReadOn()) {
      readOn(Objects.requireNonNull(call));
    }
    @Nullable Object[] row = chunk.poll();
    if (row != null) {
      return row;
    }
    if (failure != null) {
      throw failure;
    }
    close();
    return null;
  }

  /** Reads one row or more of the page; at its end, the next page is sent. */
  private void readOn(Answer current) {
    try {
      if (parser == null && !open(current)) {
        call = null;
        return;
      }
      readChunk(current, Objects.requireNonNull(parser));
    } catch (IOException e) {
      failure = current.failed(e);
    } catch (ImagoException e) {
      failure = e;
    }
  }

  private void readChunk(Answer current, PageParser rows) throws IOException {
    boolean isInChunks = ahead == Ahead.ONE_PAGE && page > 1;
    long end = isInChunks ? rows.position() + CHUNK : 0;
    do {
      @Nullable Object[] row = rows.next();
      if (row == null) {
        goOn(current, rows);
        return;
      }
      rowsOfPage++;
      remaining--;
      current.countRow();
      chunk.add(row);
    } while (remaining > 0 && rows.position() < end);
  }

  private boolean open(Answer current) throws IOException {
    Optional<InputStream> body = current.open();
    if (body.isEmpty()) {
      return false;
    }
    rowsOfPage = 0;
    parser = new PageParser(body.get(), method, decoder, json);
    return true;
  }

  private void goOn(Answer current, PageParser rows) throws IOException {
    List<String> unreachable = rows.unreachable();
    PageEnd end = rows.end();
    rows.close();
    parser = null;
    if (!unreachable.isEmpty()) {
      throw current.failed(
          "could not reach every location: "
              + String.join(", ", unreachable)
              + "; the rows of these are missing, try again later");
    }
    Optional<String> start = startAfter(end, current);
    current.end();
    call = null;
    if (start.isPresent()) {
      page++;
      call = sender.send(page, start);
    }
  }

  private Optional<String> startAfter(PageEnd end, Answer current) {
    try {
      return course.isPresent() ? course.get().after(end) : Optional.empty();
    } catch (BrokenListException e) {
      throw current.failed(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() {
    Answer running = call;
    call = null;
    if (running == null) {
      return;
    }
    if (remaining == 0 && rowsOfPage >= expectedRows) {
      // All the rows of the page were wanted, so little is left and the connection is worth
      // keeping.
      running.end();
    } else {
      running.close();
    }
  }
}
