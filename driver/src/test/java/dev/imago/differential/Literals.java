package dev.imago.differential;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Values as SQL writes them. */
final class Literals {
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);

  private Literals() {}

  static String of(Object value) {
    if (value instanceof String text) {
      return text(text);
    }
    if (value instanceof LocalDateTime timestamp) {
      return "TIMESTAMP '" + TIMESTAMP.format(timestamp) + "'";
    }
    return value.toString();
  }

  static String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
