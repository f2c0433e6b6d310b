package dev.imago.core.read;

import dev.imago.core.description.Comparison;
import java.time.Instant;
import java.util.Optional;

/**
 * A bound of points in time: {@code gte:2018-10-28T10:00:00Z}. APIs compare whole seconds, while a
 * row's value is cut to milliseconds, so a bound is widened to the seconds around it: it never
 * loses a row. An equality asks for the rows from its second on.
 */
final class TimeBound {
  private static final long MILLIS = 1_000;

  /** 9999-12-31T23:59:58Z: no widened bound has a year of five digits. */
  private static final long LATEST = 253_402_300_798_000L;

  private TimeBound() {}

  /**
   * The bound.
   *
   * @param value milliseconds since 1970-01-01T00:00:00Z
   * @return empty for a time before 1970, which bounds nothing that a cloud has, and for one that
   *     has no common spelling
   */
  static Optional<String> of(Comparison comparison, Object value) {
    boolean isUpper = comparison == Comparison.LESS || comparison == Comparison.LESS_OR_EQUAL;
    String operator = isUpper ? "lte:" : "gte:";
    if (value instanceof Placeholder placeholder) {
      return Optional.of(operator + placeholder);
    }
    if (!(value instanceof Long millis) || millis < 0 || millis > LATEST) {
      return Optional.empty();
    }
    // What is finer than a row's milliseconds lies behind them.
    long last = comparison == Comparison.LESS_OR_EQUAL ? millis + 1 : millis;
    long second = isUpper ? Math.floorDiv(last + MILLIS - 1, MILLIS) : millis / MILLIS;
    return Optional.of(operator + Instant.ofEpochSecond(second));
  }
}
