package dev.imago.parser;

import dev.imago.parser.generated.GeneratedParserConstants;
import dev.imago.parser.generated.Token;

/** Which tokens are words of the grammar, reserved or not. The generated parser asks this. */
public final class Keywords {
  private Keywords() {}

  /** True for a word of the grammar; false for signs, values and names. */
  public static boolean isKeyword(Token token) {
    // The image of a word is the word in double quotes.
    return Character.isLetter(GeneratedParserConstants.tokenImage[token.kind].charAt(1))
        && GeneratedParserConstants.tokenImage[token.kind].charAt(0) == '"';
  }
}
