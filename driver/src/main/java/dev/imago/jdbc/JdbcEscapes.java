package dev.imago.jdbc;

import dev.imago.core.error.ErrorCode;
import dev.imago.jdbc.contract.SqlErrors;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * Prepares JDBC's escapes for the parser. It reads <code>{d}</code>, <code>{t}</code>, <code>{ts}
 * </code> and <code>{fn}</code> itself, but wants a function's name in upper case; of <code>{oj}
 * </code>, <code>{escape}</code> and <code>{limit}</code> the braces and the word {@code oj} become
 * spaces. No character moves, so that the positions in error messages stay right.
 */
final class JdbcEscapes {
  private static final char NOT_OURS = '{';
  private static final char BLANK = ' ';

  private final String sql;
  private final StringBuilder text;
  private final Deque<Character> closing = new ArrayDeque<>();

  private JdbcEscapes(String sql) {
    this.sql = sql;
    this.text = new StringBuilder(sql);
  }

  /**
   * The statement as the parser reads it.
   *
   * @throws SQLException 0A000 for a call that is to give a return value
   */
  static String translate(String sql) throws SQLException {
    return sql.indexOf('{') < 0 ? sql : new JdbcEscapes(sql).translate();
  }

  private String translate() throws SQLException {
    int position = 0;
    while (position < sql.length()) {
      position = step(position);
    }
    return text.toString();
  }

  private int step(int position) throws SQLException {
    char character = sql.charAt(position);
    switch (character) {
      case '\'', '"' -> {
        return after(sql.indexOf(character, position + 1));
      }
      case '-' -> {
        return sql.startsWith("--", position) ? after(sql.indexOf('\n', position)) : position + 1;
      }
      case '/' -> {
        return sql.startsWith("/*", position)
            ? after(sql.indexOf("*/", position + 2))
            : position + 1;
      }
      case '{' -> {
        return open(position);
      }
      case '}' -> {
        if (!closing.isEmpty() && closing.pop() == BLANK) {
          text.setCharAt(position, BLANK);
        }
        return position + 1;
      }
      default -> {
        return position + 1;
      }
    }
  }

  /** The position after a found one; the end when it was not found. */
  private int after(int found) {
    return found < 0 ? sql.length() : found + 1;
  }

  private int open(int brace) throws SQLException {
    int start = brace + 1;
    while (start < sql.length() && Character.isWhitespace(sql.charAt(start))) {
      start++;
    }
    if (start < sql.length() && sql.charAt(start) == '?') {
      throw SqlErrors.of(
          ErrorCode.NOT_SUPPORTED,
          "a call has no return value; {call ...} without ? = gives the method's answer as a row");
    }
    int end = wordEnd(start);
    switch (sql.substring(start, end).toLowerCase(Locale.ROOT)) {
      case "oj" -> {
        blank(brace, end);
        closing.push(BLANK);
      }
      case "escape", "limit" -> {
        blank(brace, start);
        closing.push(BLANK);
      }
      case "fn" -> {
        upperCaseName(end);
        closing.push(NOT_OURS);
      }
      default -> closing.push(NOT_OURS);
    }
    return end;
  }

  private void blank(int from, int to) {
    for (int i = from; i < to; i++) {
      text.setCharAt(i, BLANK);
    }
  }

  private void upperCaseName(int from) {
    int start = from;
    while (start < sql.length() && Character.isWhitespace(sql.charAt(start))) {
      start++;
    }
    int end = wordEnd(start);
    text.replace(start, end, sql.substring(start, end).toUpperCase(Locale.ROOT));
  }

  private int wordEnd(int start) {
    int end = start;
    while (end < sql.length() && isWordCharacter(sql.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isWordCharacter(char character) {
    return character == '_'
        || (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || (character >= '0' && character <= '9');
  }
}
