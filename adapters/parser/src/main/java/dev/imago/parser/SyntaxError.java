package dev.imago.parser;

/**
 * Why a text is no statement.
 *
 * @param line the line of the first character that is wrong, from 1
 * @param column its column in that line, from 1; a tab counts as one
 * @param reason what is wrong and what would be right, in one line
 */
public record SyntaxError(int line, int column, String reason) {
  /** The whole message, for example {@code line 1, column 10: unexpected "t"; expected FROM}. */
  public String message() {
    return "line " + line + ", column " + column + ": " + reason;
  }
}
