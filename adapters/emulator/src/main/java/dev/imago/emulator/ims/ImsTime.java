package dev.imago.emulator.ims;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The time as the service writes it.
 *
 * @param clock tells the time
 */
record ImsTime(Clock clock) {
  private static final DateTimeFormatter SECONDS = form("yyyy-MM-dd'T'HH:mm:ss'Z'");
  private static final DateTimeFormatter MILLISECONDS = form("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");

  /** Images and members have whole seconds: {@code 2026-06-15T12:00:00Z}. */
  String ofImage() {
    return SECONDS.format(clock.instant());
  }

  /** Jobs have milliseconds: {@code 2026-06-15T12:00:00.000Z}. */
  String ofJob() {
    return MILLISECONDS.format(clock.instant());
  }

  private static DateTimeFormatter form(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }
}
