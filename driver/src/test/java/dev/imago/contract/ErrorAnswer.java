package dev.imago.contract;

import dev.imago.emulator.http.Response;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row of the page about errors: a cloud's answer and what becomes of it.
 *
 * @param line where it stands on the page, from 0
 * @param cloud the heading above it
 * @param call the name of the statement
 * @param sql the statement
 * @param body the body of the answer; empty when it has none
 * @param state the SQLState; {@link #NO_ROW} when there is no error
 * @param message the message from "answered" on
 */
record ErrorAnswer(
    int line,
    String cloud,
    String call,
    String sql,
    int status,
    String body,
    String state,
    String message) {
  /** What stands in place of an SQLState. */
  static final String NO_ROW = "no row";

  private static final Pattern ROW =
      Pattern.compile("\\| `(\\w+)` \\| (\\d+) \\|(.*)\\|([^|]*)\\|([^|]*)\\|");

  /** Reads a line of the page, if it is such a row. */
  static Optional<Matcher> match(String line) {
    Matcher row = ROW.matcher(line);
    return row.matches() ? Optional.of(row) : Optional.empty();
  }

  static ErrorAnswer of(int line, String cloud, String sql, Matcher row) {
    return new ErrorAnswer(
        line,
        cloud,
        row.group(1),
        sql,
        Integer.parseInt(row.group(2)),
        unquoted(row.group(3)),
        unquoted(row.group(4)),
        unquoted(row.group(5)));
  }

  /** The same answer with what became of it. */
  ErrorAnswer with(String actualState, String actualMessage) {
    return new ErrorAnswer(line, cloud, call, sql, status, body, actualState, actualMessage);
  }

  /** The row as the page has it. */
  String row() {
    return "| `%s` | %d |%s|%s|%s|"
        .formatted(
            call,
            status,
            quoted(body),
            state.equals(NO_ROW) ? " " + NO_ROW + " " : quoted(state),
            quoted(message));
  }

  /** The answer as it is sent. */
  Response response() {
    if (body.isEmpty()) {
      return Response.of(status, "text/plain", "");
    }
    String type =
        body.startsWith("{")
            ? "application/json"
            : body.startsWith("<?xml") ? "application/xml" : "text/html";
    return Response.of(status, type, body);
  }

  private static String quoted(String text) {
    return text.isEmpty() ? " " : " `" + text + "` ";
  }

  private static String unquoted(String cell) {
    String text = cell.strip();
    return text.startsWith("`") ? text.substring(1, text.length() - 1) : text;
  }

  @Override
  public String toString() {
    return cloud + ", " + call + ", " + status + " " + body;
  }
}
