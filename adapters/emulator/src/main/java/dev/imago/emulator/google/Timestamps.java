package dev.imago.emulator.google;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** The times of Google's APIs: RFC 3339 with any offset, or a date alone in old records. */
public final class Timestamps {
  private Timestamps() {}

  /** The instant that a text means, or empty when it means none; a date is midnight UTC. */
  public static Optional<Instant> parse(String text) {
    if (text.length() < 10 || !Character.isDigit(text.charAt(0))) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          text.length() == 10
              ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
              : OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }
}
