package dev.imago.core.page;

import dev.imago.core.description.OffsetPaging;
import java.util.Optional;

/** From the rows that came to those that are left. */
final class OffsetCourse implements PageCourse {
  private final OffsetPaging paging;
  private final long pageSize;

  /** How many rows came. */
  private long offset;

  OffsetCourse(OffsetPaging paging, long pageSize) {
    this.paging = paging;
    this.pageSize = pageSize;
  }

  @Override
  public Optional<String> after(PageEnd page) throws BrokenListException {
    offset += page.rows();
    Optional<String> total = page.stated();
    boolean isLast = total.isPresent() ? offset >= total(total.get()) : page.rows() < pageSize;
    if (isLast) {
      return Optional.empty();
    }
    if (page.rows() == 0) {
      throw new BrokenListException(
          "gave an empty page after "
              + offset
              + " rows, though its \""
              + paging.total().orElseThrow()
              + "\" says "
              + total.orElseThrow());
    }
    return Optional.of(Long.toString(offset));
  }

  private long total(String text) throws BrokenListException {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new BrokenListException(
          "gave a \"" + paging.total().orElseThrow() + "\" that is no number of rows");
    }
  }
}
