package dev.imago.core.description;

import java.util.List;
import java.util.Optional;

/**
 * The next request repeats a field of the last row. A page with fewer rows than it was asked for is
 * the last.
 *
 * @param parameter takes the field's value
 * @param from the JSON names that lead to the field, from the row's object down
 */
public record MarkerPaging(String parameter, List<String> from, PageSize size) implements Paging {
  public MarkerPaging {
    from = List.copyOf(from);
  }

  @Override
  public Optional<String> answerField() {
    return Optional.empty();
  }

  @Override
  public List<String> rowField() {
    return from;
  }
}
