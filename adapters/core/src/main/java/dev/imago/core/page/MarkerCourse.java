package dev.imago.core.page;

import dev.imago.core.description.MarkerPaging;
import java.util.Optional;

/** From the last row of a page to the rows behind it. */
final class MarkerCourse implements PageCourse {
  private final MarkerPaging paging;
  private final long pageSize;
  private final PageStarts markers = new PageStarts();

  MarkerCourse(MarkerPaging paging, long pageSize) {
    this.paging = paging;
    this.pageSize = pageSize;
  }

  @Override
  public Optional<String> after(PageEnd page) throws BrokenListException {
    if (page.rows() < pageSize) {
      return Optional.empty();
    }
    String field = String.join(".", paging.from());
    String marker =
        page.marker()
            .filter(text -> !text.isEmpty())
            .orElseThrow(
                () ->
                    new BrokenListException(
                        "gave a last row without \""
                            + field
                            + "\", behind which the next page would begin"));
    if (!markers.add(marker)) {
      throw new BrokenListException(
          "gave a last row whose \""
              + field
              + "\" a page had ended with before; the list has no end");
    }
    return Optional.of(marker);
  }
}
