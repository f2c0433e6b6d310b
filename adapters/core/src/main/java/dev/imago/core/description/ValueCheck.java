package dev.imago.core.description;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a value must be like, as the API documents it. It is checked before anything is sent.
 *
 * @param matches what a text must match as a whole
 * @param least the least that a number may be
 * @param most the most that a number may be
 * @param longest the most characters that a text may have
 */
public record ValueCheck(
    Optional<Pattern> matches,
    Optional<BigDecimal> least,
    Optional<BigDecimal> most,
    Optional<Integer> longest) {

  /** Any value is good. */
  public static final ValueCheck NONE =
      new ValueCheck(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** The rule that a value breaks, as the rest of a sentence that begins with its name. */
  public Optional<String> broken(Object value) {
    if (value instanceof String text) {
      return brokenText(text);
    }
    return value instanceof Number number
        ? brokenNumber(new BigDecimal(number.toString()))
        : Optional.empty();
  }

  private Optional<String> brokenText(String text) {
    if (longest.isPresent() && text.codePointCount(0, text.length()) > longest.get()) {
      return Optional.of("may have " + longest.get() + " characters at most");
    }
    return matches
        .filter(pattern -> !pattern.matcher(text).matches())
        .map(pattern -> "must match " + pattern);
  }

  private Optional<String> brokenNumber(BigDecimal number) {
    if (least.isPresent() && number.compareTo(least.get()) < 0) {
      return Optional.of("must be at least " + least.get());
    }
    return most.filter(bound -> number.compareTo(bound) > 0)
        .map(bound -> "must be at most " + bound);
  }
}
