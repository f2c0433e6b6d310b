package dev.imago.core.read;

import dev.imago.core.description.Comparison;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Conditions in the grammar of <a href="https://google.aip.dev/160">AIP-160</a>. Each comparison
 * stands in parentheses of its own, as Compute Engine asks for; nothing rests on how tightly AND
 * and OR bind, on which the two disagree.
 */
final class Aip160 {
  /** The largest number up to which every whole one has its own binary floating point number. */
  private static final BigDecimal MOST_NUMBER = BigDecimal.valueOf(1L << 53);

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
      return isLiteral(text) ? Optional.of(quoted(text)) : Optional.empty();
    }
    if (value instanceof Number number) {
      return number(new BigDecimal(number.toString()));
    }
    return value instanceof Boolean || value instanceof Placeholder
        ? Optional.of(value.toString())
        : Optional.empty();
  }

  /**
   * Whether a quoted text means itself: a star stands for any text, an empty text may mean that
   * there is none, and nothing says how a control character or half a character is written.
   */
  private static boolean isLiteral(String text) {
    return !text.isEmpty()
        && text.indexOf('*') < 0
        && text.codePoints()
            .noneMatch(
                c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** A minus would mean NOT, and nothing says what a fraction is for a whole number's field. */
  private static Optional<String> number(BigDecimal number) {
    boolean whole = number.stripTrailingZeros().scale() <= 0;
    return whole && number.signum() >= 0 && number.compareTo(MOST_NUMBER) <= 0
        ? Optional.of(number.toBigInteger().toString())
        : Optional.empty();
  }
}
