package dev.imago.jdbc.value;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;

/** The engine's numbers for dates and times, as java.time and as text. All in UTC. */
final class Temporals {
  private static final int MILLIS_PER_SECOND = 1000;
  private static final int NANOS_PER_MILLI = 1_000_000;

  private static final int TIMESTAMP_LENGTH = 23;

  /** SQL and ISO: a date, then perhaps a space or T with a time, then perhaps an offset. */
  private static final DateTimeFormatter READABLE =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendPattern("['T'][ ]")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendPattern("[ ]")
          .appendOffset("+HH:mm", "Z")
          .optionalEnd()
          .optionalEnd()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private Temporals() {}

  static LocalDateTime dateTime(long epochMillis) {
    return LocalDateTime.ofEpochSecond(
        Math.floorDiv(epochMillis, (long) MILLIS_PER_SECOND),
        Math.floorMod(epochMillis, MILLIS_PER_SECOND) * NANOS_PER_MILLI,
        ZoneOffset.UTC);
  }

  static LocalDate date(Number epochDay) {
    return LocalDate.ofEpochDay(epochDay.longValue());
  }

  static LocalTime time(Number millisOfDay) {
    return LocalTime.ofNanoOfDay(millisOfDay.longValue() * NANOS_PER_MILLI);
  }

  /** {@code 2026-01-31 23:59:59.000}. Written by hand: every row of a large scan comes here. */
  static String text(LocalDateTime dateTime) {
    StringBuilder text = new StringBuilder(TIMESTAMP_LENGTH).append(dateTime.toLocalDate());
    text.append(' ');
    append(text, dateTime.toLocalTime());
    return text.toString();
  }

  /** {@code 23:59:59.000}. */
  static String text(LocalTime time) {
    StringBuilder text = new StringBuilder(TIMESTAMP_LENGTH);
    append(text, time);
    return text.toString();
  }

  private static void append(StringBuilder text, LocalTime time) {
    appendTwo(text, time.getHour()).append(':');
    appendTwo(text, time.getMinute()).append(':');
    appendTwo(text, time.getSecond()).append('.');
    int millis = time.getNano() / NANOS_PER_MILLI;
    appendTwo(text, millis / 10).append(millis % 10);
  }

  private static StringBuilder appendTwo(StringBuilder text, int number) {
    return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }

  /** Milliseconds since 1970; finer digits are cut. */
  static long epochMillis(LocalDateTime dateTime) {
    return dateTime.toInstant(ZoneOffset.UTC).toEpochMilli();
  }

  static int epochDay(LocalDate date) {
    return Math.toIntExact(date.toEpochDay());
  }

  static int millisOfDay(LocalTime time) {
    return Math.toIntExact(time.toNanoOfDay() / NANOS_PER_MILLI);
  }

  /**
   * Reads {@code 2026-01-31}, {@code 2026-01-31 23:59:59.5}, {@code 2026-01-31T23:59:59Z} or one
   * with an offset; the result is in UTC.
   */
  static LocalDateTime parseDateTime(String text) {
    try {
      TemporalAccessor parsed = READABLE.parse(text.strip());
      LocalDate date = LocalDate.from(parsed);
      LocalTime time = parsed.query(TemporalQueries.localTime());
      if (time == null) {
        return date.atStartOfDay();
      }
      LocalDateTime dateTime = date.atTime(time);
      return parsed.isSupported(ChronoField.OFFSET_SECONDS)
          ? OffsetDateTime.of(dateTime, ZoneOffset.from(parsed))
              .withOffsetSameInstant(ZoneOffset.UTC)
              .toLocalDateTime()
          : dateTime;
    } catch (DateTimeException failure) {
      throw unreadable(text, "timestamp", failure);
    }
  }

  /** Reads {@code 23:59}, {@code 23:59:59} or {@code 23:59:59.5}. */
  static LocalTime parseTime(String text) {
    try {
      return LocalTime.parse(text.strip());
    } catch (DateTimeParseException failure) {
      throw unreadable(text, "time", failure);
    }
  }

  private static ImagoException unreadable(String text, String what, DateTimeException failure) {
    return new ImagoException(
        ErrorCode.INVALID_DATETIME, "\"" + text + "\" does not read as a " + what, failure);
  }
}
