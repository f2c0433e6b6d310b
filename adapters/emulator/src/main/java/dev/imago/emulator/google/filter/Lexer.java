package dev.imago.emulator.google.filter;

import java.util.ArrayList;
import java.util.List;

/** Cuts an AIP-160 filter into tokens. */
final class Lexer {
  private static final String OPERATORS = "=!<>:";
  private static final String SPECIAL = "()=!<>:\"',";

  private final String text;
  private int position;

  private Lexer(String text) {
    this.text = text;
  }

  /**
   * The tokens of a filter, an END last.
   *
   * @throws FilterException when a quote is not closed or a character has no place in a filter
   */
  static List<Token> tokens(String text) {
    Lexer lexer = new Lexer(text);
    List<Token> tokens = new ArrayList<>();
    Token token = lexer.next();
    while (token.kind() != Token.Kind.END) {
      tokens.add(token);
      token = lexer.next();
    }
    tokens.add(token);
    return List.copyOf(tokens);
  }

  private Token next() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
    if (position == text.length()) {
      return new Token(Token.Kind.END, "");
    }
    char first = text.charAt(position);
    if (first == '(' || first == ')') {
      position++;
      return new Token(first == '(' ? Token.Kind.OPEN : Token.Kind.CLOSE, String.valueOf(first));
    }
    if (first == '"' || first == '\'') {
      return quoted(first);
    }
    if (OPERATORS.indexOf(first) >= 0) {
      return operator(first);
    }
    return word();
  }

  private Token operator(char first) {
    position++;
    boolean two = first != '=' && first != ':' && position < text.length();
    if (two && text.charAt(position) == '=') {
      position++;
      return new Token(Token.Kind.OPERATOR, first + "=");
    }
    return new Token(Token.Kind.OPERATOR, String.valueOf(first));
  }

  private Token quoted(char quote) {
    StringBuilder content = new StringBuilder();
    position++;
    while (position < text.length() && text.charAt(position) != quote) {
      if (text.charAt(position) == '\\') {
        position++;
        if (position == text.length()) {
          break;
        }
      }
      content.append(text.charAt(position));
      position++;
    }
    if (position == text.length()) {
      throw new FilterException("A quote is not closed.");
    }
    position++;
    return new Token(Token.Kind.QUOTED, content.toString());
  }

  private Token word() {
    int start = position;
    while (position < text.length()
        && !Character.isWhitespace(text.charAt(position))
        && SPECIAL.indexOf(text.charAt(position)) < 0) {
      position++;
    }
    if (position == start) {
      throw new FilterException("Unexpected character " + text.charAt(position) + ".");
    }
    return new Token(Token.Kind.WORD, text.substring(start, position));
  }
}
