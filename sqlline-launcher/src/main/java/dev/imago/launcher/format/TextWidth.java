package dev.imago.launcher.format;

import org.jline.utils.WCWidth;

/** How much room a text takes in a terminal. */
final class TextWidth {
  private static final char FIRST_UNUSUAL = '\u007F';

  private TextWidth() {}

  /**
   * The columns that a text takes: two for an East Asian wide character, none for a combining mark.
   * The text has no control characters.
   */
  static int of(String text) {
    int width = 0;
    int index = 0;
    while (index < text.length()) {
      int codePoint = text.codePointAt(index);
      width += codePoint < FIRST_UNUSUAL ? 1 : Math.max(0, WCWidth.wcwidth(codePoint));
      index += Character.charCount(codePoint);
    }
    return width;
  }
}
