package dev.imago.core.property;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as properties spell them: {@code 500ms}, {@code 30s}, {@code 2m}, {@code 1h}. None is
 * longer than {@link #LONGEST}.
 */
final class Durations {
  /** Eleven years. Clocks count nanoseconds, and 292 years of them are more than a long holds. */
  static final String LONGEST = "100000h";

  private static final Duration MOST = Duration.ofHours(100_000);
  private static final Pattern SPELLING = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

  private Durations() {}

  /**
   * Reads a duration.
   *
   * @throws IllegalArgumentException for any other spelling, and for a longer time
   */
  static Duration parse(String text) {
    Matcher matcher = SPELLING.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("\"" + text + "\" is no duration such as 500ms, 30s, 2m");
    }
    long amount = Long.parseLong(matcher.group(1));
    Duration duration =
        switch (matcher.group(2)) {
          case "ms" -> Duration.ofMillis(amount);
          case "s" -> Duration.ofSeconds(amount);
          case "m" -> Duration.ofMinutes(amount);
          default -> Duration.ofHours(amount);
        };
    if (duration.compareTo(MOST) > 0) {
      throw new IllegalArgumentException("\"" + text + "\" is longer than " + LONGEST);
    }
    return duration;
  }
}
