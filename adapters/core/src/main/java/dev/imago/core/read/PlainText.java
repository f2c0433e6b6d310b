package dev.imago.core.read;

/** Texts as the values of conditions. */
final class PlainText {
  private PlainText() {}

  /**
   * Whether a text means itself: an empty text may mean that there is none, and nothing says how a
   * control character or half a character is written.
   */
  static boolean isPlain(String text) {
    return !text.isEmpty()
        && text.codePoints()
            .noneMatch(
                c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
  }

  /** In double quotes, with a backslash before each quote and backslash. */
  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
