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
    if (text.chars().noneMatch(Character::isISOControl)) {
      return text;
    }
    StringBuilder visible = new StringBuilder(text.length() + 8);
    text.chars().forEach(c -> append(visible, (char) c));
    return visible.toString();
  }

  private static void append(StringBuilder visible, char c) {
    switch (c) {
      case '\n' -> visible.append("\\n");
      case '\r' -> visible.append("\\r");
      case '\t' -> visible.append("\\t");
      default -> {
        if (Character.isISOControl(c)) {
          visible.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
        } else {
          visible.append(c);
        }
      }
    }
  }
}
