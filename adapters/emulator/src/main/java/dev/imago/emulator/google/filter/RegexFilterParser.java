package dev.imago.emulator.google.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.imago.emulator.google.ApiSchema;
import dev.imago.emulator.list.Filter;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads Compute's older filters: {@code field eq regex} and {@code field ne regex}, alone or
 * several in parentheses of their own. The expression is RE2 and must match the whole value.
 */
final class RegexFilterParser {
  private static final Pattern START =
      Pattern.compile("(?s)^\\s*\\(?\\s*[A-Za-z0-9_.-]+\\s+(eq|ne)\\s.*$");
  private static final Pattern CLAUSE =
      Pattern.compile("(?s)\\s*([A-Za-z0-9_.-]+)\\s+(eq|ne)\\s+(.*?)\\s*");

  private final ApiSchema schema;
  private final String message;

  private RegexFilterParser(ApiSchema schema, String message) {
    this.schema = schema;
    this.message = message;
  }

  /** Whether a filter is written in this language rather than in AIP-160's. */
  static boolean accepts(String text) {
    return START.matches(text);
  }

  /**
   * The filter over a message that a text means.
   *
   * @throws FilterException when the text is no filter of this language
   */
  static Filter parse(String text, ApiSchema schema, String message) {
    RegexFilterParser parser = new RegexFilterParser(schema, message);
    if (!text.stripLeading().startsWith("(")) {
      return parser.clause(text);
    }
    List<Filter> all = groups(text).stream().map(parser::clause).toList();
    return resource -> all.stream().allMatch(filter -> filter.matches(resource));
  }

  private Filter clause(String text) {
    Matcher matcher = CLAUSE.matcher(text);
    if (!matcher.matches()) {
      throw new FilterException("The two kinds of filters do not mix.");
    }
    FieldReference field = FieldNames.resolve(matcher.group(1), schema, message);
    if (!field.type().isScalar()) {
      throw new FilterException("Field " + matcher.group(1) + " is no single value.");
    }
    boolean negated = matcher.group(2).equals("ne");
    Pattern expression = expression(unquoted(matcher.group(3)));
    return resource -> anyMatch(field, expression, resource) != negated;
  }

  private static boolean anyMatch(FieldReference field, Pattern expression, JsonNode resource) {
    return field.values(resource).stream().anyMatch(value -> expression.matches(value.asText()));
  }

  private static Pattern expression(String regex) {
    try {
      return Pattern.compile(regex);
    } catch (PatternSyntaxException invalid) {
      throw new FilterException("Invalid regular expression: " + invalid.getDescription() + ".");
    }
  }

  private static String unquoted(String literal) {
    char first = literal.isEmpty() ? ' ' : literal.charAt(0);
    boolean quoted = first == '"' || first == '\'';
    if (quoted && (literal.length() < 2 || literal.charAt(literal.length() - 1) != first)) {
      throw new FilterException("A quote is not closed.");
    }
    return quoted ? literal.substring(1, literal.length() - 1) : literal;
  }

  /** The contents of the outermost parentheses; those inside a quote or a regex are left alone. */
  private static List<String> groups(String text) {
    List<String> groups = new ArrayList<>();
    int depth = 0;
    int start = 0;
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char current = text.charAt(i);
      if (current == '\\') {
        i++;
      } else if (quote != 0) {
        quote = current == quote ? 0 : quote;
      } else if (depth > 0 && (current == '"' || current == '\'')) {
        quote = current;
      } else if (current == '(') {
        start = depth == 0 ? i + 1 : start;
        depth++;
      } else if (current == ')') {
        depth--;
        if (depth == 0) {
          groups.add(text.substring(start, i));
        }
      } else if (depth == 0 && !Character.isWhitespace(current)) {
        throw new FilterException("Each regular expression stands in parentheses of its own.");
      }
      if (depth < 0) {
        throw new FilterException("A parenthesis is not opened.");
      }
    }
    if (depth > 0 || quote != 0) {
      throw new FilterException("A parenthesis or a quote is not closed.");
    }
    return groups;
  }
}
