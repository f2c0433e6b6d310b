package dev.imago.core.read;

import dev.imago.core.description.Comparison;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Conditions in the grammar of <a href="https://google.aip.dev/160">AIP-160</a>. Each comparison
 * stands in parentheses of its own, as Compute Engine asks for; nothing rests on how tightly AND
 * and OR bind, on which the two disagree.
 */
final class Aip160 {
  private Aip160() {}

  /**
   * One comparison, without parentheses.
   *
   * @param field the API's name of the field, dotted
   * @return empty when the value cannot be written so that it means itself alone
   */
  static Optional<String> comparison(String field, Comparison comparison, Object value) {
    return literal(value).map(literal -> field + " " + symbol(comparison) + " " + literal);
  }

  /**
   * A whole filter.
   *
   * @param conditions all of them hold; of the comparisons of each, one or more does
   */
  static String filter(List<List<String>> conditions) {
    if (conditions.size() == 1) {
      return any(conditions.get(0));
    }
    return conditions.stream()
        .map(any -> any.size() == 1 ? any(any) : "(" + any(any) + ")")
        .collect(Collectors.joining(" "));
  }

  private static String any(List<String> comparisons) {
    return comparisons.stream().map(text -> "(" + text + ")").collect(Collectors.joining(" OR "));
  }

  private static String symbol(Comparison comparison) {
    return switch (comparison) {
      case EQUAL -> "=";
      case LESS -> "<";
      case LESS_OR_EQUAL -> "<=";
      case GREATER -> ">";
      case GREATER_OR_EQUAL -> ">=";
    };
  }

  private static Optional<String> literal(Object value) {
    if (value instanceof String text) {
      // A star stands for any text.
      return PlainText.isPlain(text) && text.indexOf('*') < 0
          ? Optional.of(PlainText.quoted(text))
          : Optional.empty();
    }
    if (value instanceof Number number) {
      // A minus would mean NOT.
      return WholeNumber.digits(number);
    }
    return value instanceof Boolean || value instanceof Placeholder
        ? Optional.of(value.toString())
        : Optional.empty();
  }
}
