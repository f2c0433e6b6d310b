package dev.imago.emulator.ims;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition on a time: {@code gte:2018-10-28T10:00:00Z} or {@code gte:2018-10-28 10:00:00}, both
 * in UTC.
 */
record TimeCondition(String operator, Instant time) {
  static final String EXPECTED = "gt, gte, lt, lte, eq or neq, a colon and a time in UTC";

  private static final Pattern FORM =
      Pattern.compile(
          "(gt|gte|lt|lte|eq|neq):"
              + "(?:(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2})Z"
              + "|(\\d{4}-\\d{2}-\\d{2}) (\\d{2}:\\d{2}:\\d{2}))");

  /** Reads a parameter's value; empty when it is no operator with a time that exists. */
  static Optional<TimeCondition> parse(String value) {
    Matcher matcher = FORM.matcher(value);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String time =
        matcher.group(2) == null ? matcher.group(3) + "T" + matcher.group(4) : matcher.group(2);
    try {
      Instant instant = LocalDateTime.parse(time).toInstant(ZoneOffset.UTC);
      return Optional.of(new TimeCondition(matcher.group(1), instant));
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }

  /** Whether a time as images have it, {@code 2018-09-06T14:03:27Z}, meets the condition. */
  boolean matches(String text) {
    if (text.isEmpty()) {
      return false;
    }
    int comparison = Instant.parse(text).compareTo(time);
    return switch (operator) {
      case "gt" -> comparison > 0;
      case "gte" -> comparison >= 0;
      case "lt" -> comparison < 0;
      case "lte" -> comparison <= 0;
      case "eq" -> comparison == 0;
      default -> comparison != 0;
    };
  }
}
