package dev.imago.core.description;

import java.util.List;
import java.util.Optional;

/**
 * The answer carries an opaque token, which the next request repeats.
 *
 * @param parameter takes the token
 * @param next the field of the answer that holds it; absent or empty on the last page
 */
public record TokenPaging(String parameter, String next, PageSize size) implements Paging {
  @Override
  public Optional<String> answerField() {
    return Optional.of(next);
  }

  @Override
  public List<String> rowField() {
    return List.of();
  }
}
