package dev.imago.core.page;

import com.fasterxml.jackson.core.JsonFactory;
import dev.imago.core.description.Paging;
import dev.imago.core.description.ReadMethod;
import dev.imago.core.error.ImagoException;
import dev.imago.core.http.ApiCall;
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
  private final PageTokens tokens = new PageTokens();

  /** The most rows that an answer should have. */
  private final long expectedRows;

  /** How many rows may still come. */
  private long remaining;

  private long rowsOfPage;
  private int page;
  private @Nullable ApiCall call;
  private @Nullable PageParser parser;
  private @Nullable ImagoException failure;
  private boolean isStarted;

  /** Sends the call for one page. */
  public interface Sender {
    /**
     * Sends it and does not wait.
     *
     * @param page the page's number, from 1
     * @param token what the page ahead said; empty for the first
     */
    ApiCall send(int page, Optional<String> token);
  }

  public PagedRows(
      Sender sender, ReadMethod method, OptionalLong limit, RowDecoder decoder, JsonFactory json) {
    this.sender = sender;
    this.method = method;
    this.remaining = limit.orElse(Long.MAX_VALUE);
    this.expectedRows =
        method.kind() == ReadMethod.Kind.GET ? 1 : pageSize(method, limit).orElse(Long.MAX_VALUE);
    this.decoder = decoder;
    this.json = json;
  }

  /** How many rows a page is asked for; empty when the method has no pages. */
  public static OptionalLong pageSize(ReadMethod method, OptionalLong limit) {
    Optional<Paging> paging = method.paging();
    return paging.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(Math.max(1, Math.min(paging.get().most(), limit.orElse(Long.MAX_VALUE))));
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
  private @Nullable Object @Nullable [] nextOfPage(ApiCall current) {
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

  private boolean open(ApiCall current) throws IOException {
    Optional<InputStream> body = current.open();
    if (body.isEmpty()) {
      return false;
    }
    rowsOfPage = 0;
    parser = new PageParser(body.get(), method, decoder, json);
    return true;
  }

  private void goOn(ApiCall current) throws IOException {
    if (parser == null) {
      return;
    }
    List<String> unreachable = parser.unreachable();
    Optional<String> token = parser.nextToken();
    parser.close();
    parser = null;
    if (!unreachable.isEmpty()) {
      throw current.failed(
          "could not reach every location: "
              + String.join(", ", unreachable)
              + "; the rows of these are missing, try again later");
    }
    if (token.isPresent() && !tokens.add(token.get())) {
      throw current.failed("gave a page token that it had given before; the list has no end");
    }
    current.end();
    call = null;
    if (token.isPresent()) {
      page++;
      call = sender.send(page, token);
    }
  }

  @Override
  public void close() {
    ApiCall running = call;
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
