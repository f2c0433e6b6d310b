package dev.imago.emulator.yandex.list;

import dev.imago.emulator.yandex.YandexFailure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads filters: {@code field operator value [AND field operator value]...}, the operators being
 * {@code =}, {@code !=}, {@code IN} and {@code NOT IN}. Text stands in double or single quotes, in
 * which a backslash goes before a quote or a backslash. How a list is written is not published;
 * here it stands in parentheses, with commas.
 */
final class FilterParser {
  private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");
  private static final Pattern OPERATOR = Pattern.compile("=|!=|IN\\b|NOT\\s+IN\\b");
  private static final Pattern AND = Pattern.compile("AND\\b");
  private static final Pattern TEXT =
      Pattern.compile("\"((?:[^\"\\\\]|\\\\[\"'\\\\])*)\"|'((?:[^'\\\\]|\\\\[\"'\\\\])*)'");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");
  private static final Pattern OPEN = Pattern.compile("\\(");
  private static final Pattern COMMA = Pattern.compile(",");
  private static final Pattern CLOSE = Pattern.compile("\\)");
  private static final Pattern END = Pattern.compile("\\z");

  private final String text;
  private final Matcher matcher;
  private int position;

  private FilterParser(String text) {
    this.text = text;
    this.matcher = END.matcher(text);
  }

  /**
   * The conditions of a filter, all of which must hold.
   *
   * @throws YandexFailure when the text is no filter
   */
  static List<Condition> parse(String text) {
    FilterParser parser = new FilterParser(text);
    List<Condition> conditions = new ArrayList<>();
    do {
      conditions.add(parser.condition());
    } while (parser.accept(AND));
    parser.expect(END, "AND");
    return conditions;
  }

  private Condition condition() {
    String field = expect(WORD, "a field");
    String symbol = expect(OPERATOR, "an operator").replaceAll("\\s+", " ");
    for (FilterOperator operator : FilterOperator.values()) {
      if (operator.symbol().equals(symbol)) {
        return new Condition(field, operator, operator.takesList() ? list() : Set.of(value()));
      }
    }
    throw new IllegalStateException("No operator " + symbol);
  }

  private Set<String> list() {
    expect(OPEN, "a list in parentheses");
    Set<String> values = new HashSet<>();
    do {
      values.add(value());
    } while (accept(COMMA));
    expect(CLOSE, "a closing parenthesis");
    return values;
  }

  private String value() {
    String quoted = expect(TEXT, "a value in quotes");
    return ESCAPE.matcher(quoted.substring(1, quoted.length() - 1)).replaceAll("$1");
  }

  private String expect(Pattern pattern, String what) {
    int start = position;
    if (!accept(pattern)) {
      throw YandexFailure.illegal(
          "filter", "Expected " + what + " at \"" + text.substring(start) + "\"");
    }
    return matcher.group();
  }

  /** Goes behind what is expected next, spaces before it included; stays when it is not there. */
  private boolean accept(Pattern expected) {
    while (position < text.length() && text.charAt(position) == ' ') {
      position++;
    }
    matcher.usePattern(expected).region(position, text.length());
    boolean found = matcher.lookingAt();
    if (found) {
      position = matcher.end();
    }
    return found;
  }
}
