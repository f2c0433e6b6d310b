package dev.imago.core.read;

import dev.imago.core.description.Comparison;
import dev.imago.core.description.Filtering.Kind;
import java.util.List;
import java.util.Optional;

/**
 * Conditions that are query parameters of their own, each named as the field that it is about:
 * {@code status=active&created_at=gte:2018-10-28T10:00:00Z}.
 */
final class FieldParameters {
  private FieldParameters() {}

  /**
   * What the parameter holds.
   *
   * @return empty when the value cannot be written so that no row that satisfies the comparison is
   *     lost
   */
  static Optional<String> value(Kind kind, Comparison comparison, Object value) {
    if (kind == Kind.TIME) {
      return TimeBound.of(comparison, value);
    }
    if (value instanceof String text) {
      return isOneValue(text) ? Optional.of(text) : Optional.empty();
    }
    if (value instanceof Number number) {
      return WholeNumber.digits(number);
    }
    return value instanceof Boolean || value instanceof Placeholder
        ? Optional.of(value.toString())
        : Optional.empty();
  }

  /** A comma may separate values, and blanks at an end may be cut. */
  private static boolean isOneValue(String text) {
    return PlainText.isPlain(text) && text.indexOf(',') < 0 && text.strip().equals(text);
  }

  static List<QueryParameter> parameters(List<WrittenCondition> conditions) {
    return conditions.stream()
        .map(condition -> new QueryParameter(condition.field(), condition.comparisons().get(0)))
        .toList();
  }

  /** Whether no parameter would be there twice. */
  static boolean areDistinct(List<WrittenCondition> conditions) {
    return conditions.stream().map(WrittenCondition::field).distinct().count() == conditions.size();
  }
}
