package dev.imago.launcher.format;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Values for people: on one line, and without control characters, which would move the cursor of a
 * terminal.
 */
final class VisibleText {
  private static final String NULL = "NULL";

  private VisibleText() {}

  /** The text with each control character as an escape: {@code \n}; {@code NULL} for null. */
  static String of(@Nullable String text) {
    if (text == null) {
      return NULL;
    }
    if (text.chars().noneMatch(VisibleText::isHidden)) {
      return text;
    }
    StringBuilder visible = new StringBuilder(text.length() + 8);
    text.chars().forEach(c -> append(visible, (char) c));
    return visible.toString();
  }

  /** Control characters, line ends, and marks that turn the order of what follows. */
  private static boolean isHidden(int c) {
    return Character.isISOControl(c)
        || c == '\u2028'
        || c == '\u2029'
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2066' && c <= '\u2069');
  }

  private static void append(StringBuilder visible, char c) {
    switch (c) {
      case '\n' -> visible.append("\\n");
      case '\r' -> visible.append("\\r");
      case '\t' -> visible.append("\\t");
      default -> {
        if (isHidden(c)) {
          visible.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
        } else {
          visible.append(c);
        }
      }
    }
  }
}
