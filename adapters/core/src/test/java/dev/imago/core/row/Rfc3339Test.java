package dev.imago.core.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {

  @ParameterizedTest
  @CsvSource({
    "2024-02-29T12:34:56Z, 2024-02-29T12:34:56Z",
    "2024-02-29t12:34:56z, 2024-02-29T12:34:56Z",
    "2024-02-29 12:34:56, 2024-02-29T12:34:56Z",
    "2024-02-29T12:34:56, 2024-02-29T12:34:56Z",
    "2024-02-29, 2024-02-29T00:00:00Z",
    "2024-02-29T12:34:56.7Z, 2024-02-29T12:34:56.700Z",
    "2024-02-29T12:34:56.78Z, 2024-02-29T12:34:56.780Z",
    "2024-02-29T12:34:56.789Z, 2024-02-29T12:34:56.789Z",
    "2024-02-29T12:34:56.789999Z, 2024-02-29T12:34:56.789Z",
    "2024-02-29T12:34:56.000000001Z, 2024-02-29T12:34:56Z",
    "2024-02-29T12:34:56.123456789012345678901234567890Z, 2024-02-29T12:34:56.123Z",
    "2024-02-29T12:34:56-08:00, 2024-02-29T20:34:56Z",
    "2024-02-29T12:34:56.789-07:00, 2024-02-29T19:34:56.789Z",
    "2024-02-29T12:34:56+05:45, 2024-02-29T06:49:56Z",
    "2024-02-29T12:34:56+0545, 2024-02-29T06:49:56Z",
    "2024-02-29T12:34:56+05, 2024-02-29T07:34:56Z",
    "2024-02-29T12:34:56-00:00, 2024-02-29T12:34:56Z",
    "2024-01-01T00:00:00+14:00, 2023-12-31T10:00:00Z",
    "2016-12-31T23:59:60Z, 2017-01-01T00:00:00Z",
    "1969-12-31T23:59:59.9999Z, 1969-12-31T23:59:59.999Z",
    "1900-03-01, 1900-03-01T00:00:00Z",
    "2000-02-29, 2000-02-29T00:00:00Z",
    "0000-01-01, 0000-01-01T00:00:00Z",
    "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999Z, 9999-12-31T23:59:59.999Z"
  })
  void pointInTime(String text, Instant expected) {
    assertThat(Instant.ofEpochMilli(parse(text))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "now",
        "2024",
        "2024-02",
        "2024-2-9",
        "2024-02-30",
        "2023-02-29",
        "1900-02-29",
        "2024-00-01",
        "2024-13-01",
        "2024-04-31",
        "2024-01-00",
        "2024-01-32",
        "2024/01/02",
        "20x4-01-02",
        "x024-01-02",
        "2024-01-02T",
        "2024-01-02T12:34",
        "2024-01-02T12:34:5",
        "2024-01-02T24:00:00Z",
        "2024-01-02T12:60:00Z",
        "2024-01-02T12:00:61Z",
        "2024-01-02T12:34:56.Z",
        "2024-01-02T12:34:56,5Z",
        "2024-01-02T12:34:56Zx",
        "2024-01-02T12:34:56+",
        "2024-01-02T12:34:56+5",
        "2024-01-02T12:34:56+05:4",
        "2024-01-02T12:34:56+05:60",
        "2024-01-02T12:34:56+24:00",
        "2024-01-02T12:34:56 UTC",
        "2024-01-02_12:34:56Z",
        "-024-01-02T12:34:56Z",
        "٢٠٢٤-01-02T12:34:56Z"
      })
  void noPointInTime(String text) {
    assertThat(parse(text)).isEqualTo(Rfc3339.UNREADABLE);
  }

  @Test
  void everyDayOfTheCalendar() {
    for (LocalDate day = LocalDate.of(1599, 1, 1); day.getYear() < 2401; day = day.plusDays(1)) {
      assertThat(parse(day.toString()))
          .isEqualTo(day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
    }
  }

  /** The text stands inside of a longer one, as it does in a parser's buffer. */
  private static long parse(String text) {
    return Rfc3339.parse(("9" + text + "9").toCharArray(), 1, text.length());
  }
}
