package dev.imago.core.page;

import com.fasterxml.jackson.core.JsonFactory;
import dev.imago.core.description.ReadMethod;
import dev.imago.core.error.ImagoException;
import dev.imago.core.http.Answer;
import dev.imago.core.row.RowDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one read, page after page. A page is asked for when the one ahead of it is read to
 * its end; only the first one can be sent ahead. Used by one thread.
 */
public final class PagedRows implements RowSource {
  private final Sender sender;
  private final ReadMethod method;
  private final RowDecoder decoder;
  private final JsonFactory json;
  private final Optional<PageCourse> course;

  /** The most rows that an answer should have. */
  private final long expectedRows;

  /** How many rows may still come. */
  private long remaining;

  private long rowsOfPage;
  private int page;
  private @Nullable Answer call;
  private @Nullable PageParser parser;
  private @Nullable ImagoException failure;
  private boolean isStarted;

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
   */
  public PagedRows(
      Sender sender,
      ReadMethod method,
      OptionalLong pageSize,
      OptionalLong limit,
      RowDecoder decoder,
      JsonFactory json) {
    this.sender = sender;
    this.method = method;
    this.course = method.paging().map(p -> PageCourse.of(p, pageSize.orElseThrow()));
    this.remaining = limit.orElse(Long.MAX_VALUE);
    this.expectedRows = method.kind() == ReadMethod.Kind.GET ? 1 : pageSize.orElse(Long.MAX_VALUE);
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
  public @Nullable Object @Nullable [] next() {
    if (!isStarted) {
      start();
    }
    if (failure != null) {
      throw failure;
    }
    while (call != null && remaining > 0) {
      @Nullable Object[] row = nextOfPage(call);
      if (row != null) {
        remaining--;
        return row;
      }
    }
    close();
    return null;
  }

  /** The next row of the page; null when the page is at its end, and the next one was sent. */
  private @Nullable Object @Nullable [] nextOfPage(Answer current) {
    try {
      if (parser == null && !open(current)) {
        call = null;
        return null;
      }
      @Nullable Object[] row = parser == null ? null : parser.next();
      if (row == null) {
        goOn(current);
        return null;
      }
      rowsOfPage++;
      current.countRow();
      return row;
    } catch (IOException e) {
      throw current.failed(e);
    }
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

  private void goOn(Answer current) throws IOException {
    if (parser == null) {
      return;
    }
    List<String> unreachable = parser.unreachable();
    PageEnd end = parser.end();
    parser.close();
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
