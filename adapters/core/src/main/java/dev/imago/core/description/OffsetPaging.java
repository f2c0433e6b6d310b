package dev.imago.core.description;

import java.util.List;
import java.util.Optional;

/**
 * The next request says how many rows came ahead of it. The list ends where the newest answer says
 * that it does; without such a word, a page with fewer rows than it was asked for is the last.
 *
 * @param parameter takes the number of rows
 * @param total the field of the answer that holds the number of rows of the whole list; absent when
 *     the answers have none
 */
public record OffsetPaging(String parameter, Optional<String> total, PageSize size)
    implements Paging {
  @Override
  public Optional<String> answerField() {
    return total;
  }

  @Override
  public List<String> rowField() {
    return List.of();
  }
}
