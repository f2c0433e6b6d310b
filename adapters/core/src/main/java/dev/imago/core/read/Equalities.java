package dev.imago.core.read;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Equalities of texts, all of which hold: {@code name="a" AND family="b"}. A text is in double
 * quotes; a backslash stands before each of its quotes and backslashes.
 */
final class Equalities {
  private Equalities() {}

  /**
   * One equality.
   *
   * @return empty when the value is no text that can be written so that it means itself
   */
  static Optional<String> equality(String field, Object value) {
    if (value instanceof Placeholder placeholder) {
      return Optional.of(field + "=" + placeholder);
    }
    return value instanceof String text && PlainText.isPlain(text)
        ? Optional.of(field + "=" + PlainText.quoted(text))
        : Optional.empty();
  }

  /** A whole filter. */
  static String filter(List<WrittenCondition> conditions) {
    return conditions.stream()
        .map(condition -> condition.comparisons().get(0))
        .collect(Collectors.joining(" AND "));
  }
}
