package dev.imago.launcher.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.utils.WCWidth;

/** How much room a text takes in a terminal. */
final class TextWidth {
  private static final char FIRST_UNUSUAL = '\u007F';

  /** What people see as one sign: a letter with its marks, a family of emoji. */
  private static final Pattern SIGN = Pattern.compile("\\X");

  private static final int EMOJI_VARIANT = 0xFE0F;
  private static final int EMOJI_WIDTH = 2;

  private TextWidth() {}

  /**
   * The columns that a text takes: two for an East Asian wide character or an emoji, however many
   * characters it is made of, and none for a combining mark. The text has no control characters.
   */
  static int of(String text) {
    if (text.chars().allMatch(c -> c < FIRST_UNUSUAL)) {
      return text.length();
    }
    int width = 0;
    Matcher signs = SIGN.matcher(text);
    while (signs.find()) {
      width += ofSign(signs.group());
    }
    return width;
  }

  private static int ofSign(String sign) {
    if (sign.indexOf(EMOJI_VARIANT) > 0) {
      return EMOJI_WIDTH;
    }
    return sign.codePoints().map(WCWidth::wcwidth).reduce(0, Math::max);
  }
}
