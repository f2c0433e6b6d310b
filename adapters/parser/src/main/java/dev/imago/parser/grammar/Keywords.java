package dev.imago.parser.grammar;

/** Which tokens are words of the grammar, reserved or not. The generated parser asks this. */
public final class Keywords {
  private Keywords() {}

  /**
   * True for a word of the grammar; false for signs, values and names.
   *
   * @param image of the token's kind: that of a word is the word in double quotes
   */
  public static boolean isKeyword(String image) {
    return Character.isLetter(image.charAt(1)) && image.charAt(0) == '"';
  }
}
