package dev.imago.emulator.list;

import java.util.List;
import java.util.Optional;

/**
 * Cuts lists into pages.
 *
 * @param mostRows the most rows of any page, whatever the call asks for
 * @param emptyFirst whether each list begins with a page without rows, as the APIs allow themselves
 */
public record Pager(int mostRows, boolean emptyFirst) {

  /** The page that is asked for, or empty when its token is not one of this list's. */
  public Optional<Page> page(Rows rows, PageRequest request) {
    if (request.token().isEmpty()) {
      Position start = Position.start();
      return Optional.of(
          emptyFirst
              ? new Page(List.of(), PageTokens.encode(start, request.scope()))
              : from(start, rows, request));
    }
    return PageTokens.decode(request.token(), request.scope())
        .map(position -> from(position, rows, request));
  }

  private Page from(Position position, Rows rows, PageRequest request) {
    int size = Math.min(request.size(), mostRows);
    Slice slice = Slice.read(rows, request.filter(), request.order(), position, size);
    if (!slice.more()) {
      return new Page(slice.rows(), "");
    }
    Position last = Position.of(slice.rows().get(size - 1), request.order());
    return new Page(slice.rows(), PageTokens.encode(last, request.scope()));
  }
}
