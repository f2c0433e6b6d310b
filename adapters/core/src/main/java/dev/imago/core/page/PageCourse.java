package dev.imago.core.page;

import dev.imago.core.description.MarkerPaging;
import dev.imago.core.description.OffsetPaging;
import dev.imago.core.description.Paging;
import java.util.Optional;

/** The way of one list through its pages. Used by one thread. */
interface PageCourse {

  /**
   * Where the page after this one begins; empty when this was the last.
   *
   * @throws BrokenListException when the list cannot be read to its end
   */
  Optional<String> after(PageEnd page) throws BrokenListException;

  /**
   * The way of a list that is at its beginning.
   *
   * @param pageSize how many rows each page is asked for
   */
  static PageCourse of(Paging paging, long pageSize) {
    if (paging instanceof MarkerPaging marker) {
      return new MarkerCourse(marker, pageSize);
    }
    return paging instanceof OffsetPaging offset
        ? new OffsetCourse(offset, pageSize)
        : new TokenCourse();
  }
}
