package dev.imago.emulator.google.filter;

import dev.imago.emulator.google.ApiSchema;
import dev.imago.emulator.google.FieldType;
import dev.imago.emulator.list.Filter;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads AIP-160 filters: {@code field op value} with parentheses, AND, OR, NOT, and AND meant where
 * nothing stands between. OR binds tighter than AND, as the AIP has it.
 *
 * @see <a href="https://google.aip.dev/160">AIP-160</a>
 */
final class FilterParser {
  private final ApiSchema schema;
  private final String message;
  private final List<Token> tokens;
  private int position;

  private FilterParser(ApiSchema schema, String message, List<Token> tokens) {
    this.schema = schema;
    this.message = message;
    this.tokens = tokens;
  }

  /**
   * The filter over a message that a text means.
   *
   * @throws FilterException when the text is no filter or names an unknown field
   */
  static Filter parse(String text, ApiSchema schema, String message) {
    FilterParser parser = new FilterParser(schema, message, Lexer.tokens(text));
    Filter filter = parser.conjunction();
    if (parser.peek().kind() != Token.Kind.END) {
      throw new FilterException("Unexpected \"" + parser.peek().text() + "\".");
    }
    return filter;
  }

  private Filter conjunction() {
    List<Filter> all = new ArrayList<>();
    all.add(disjunction());
    while (peek().kind() != Token.Kind.END && peek().kind() != Token.Kind.CLOSE) {
      if (peek().isWord("AND")) {
        position++;
      }
      all.add(disjunction());
    }
    return resource -> all.stream().allMatch(filter -> filter.matches(resource));
  }

  private Filter disjunction() {
    List<Filter> any = new ArrayList<>();
    any.add(negation());
    while (peek().isWord("OR")) {
      position++;
      any.add(negation());
    }
    return resource -> any.stream().anyMatch(filter -> filter.matches(resource));
  }

  private Filter negation() {
    if (peek().isWord("NOT")) {
      position++;
      Filter negated = restriction();
      return resource -> !negated.matches(resource);
    }
    return restriction();
  }

  private Filter restriction() {
    Token first = next();
    if (first.kind() == Token.Kind.OPEN) {
      Filter inner = conjunction();
      if (next().kind() != Token.Kind.CLOSE) {
        throw new FilterException("A parenthesis is not closed.");
      }
      return inner;
    }
    if (first.kind() != Token.Kind.WORD || List.of("AND", "OR", "NOT").contains(first.text())) {
      throw new FilterException("A field is expected, not \"" + first.text() + "\".");
    }
    Token operator = next();
    if (operator.kind() != Token.Kind.OPERATOR) {
      throw new FilterException("An operator is expected behind " + first.text() + ".");
    }
    Token value = next();
    if (value.kind() != Token.Kind.WORD && value.kind() != Token.Kind.QUOTED) {
      throw new FilterException("A value is expected behind " + first.text() + ".");
    }
    FieldReference field = FieldNames.resolve(first.text(), schema, message);
    Operator comparison = Operator.of(operator.text());
    return comparison == Operator.HAS && value.isWord("*")
        ? Comparison.present(field)
        : has(field, comparison, value.text());
  }

  /** {@code labels:owner} asks for a key of a map. */
  private static Filter has(FieldReference field, Operator operator, String value) {
    FieldType type = field.type();
    if (operator == Operator.HAS && type.map()) {
      List<String> path = new ArrayList<>(field.path());
      path.add(value);
      return Comparison.present(new FieldReference(path, type.value()));
    }
    return Comparison.of(field, operator, value);
  }

  private Token peek() {
    return tokens.get(position);
  }

  private Token next() {
    Token token = tokens.get(position);
    if (token.kind() != Token.Kind.END) {
      position++;
    }
    return token;
  }
}
