package dev.imago.parser;

import static dev.imago.parser.generated.GeneratedParserConstants.AND;
import static dev.imago.parser.generated.GeneratedParserConstants.APPROX_NUMERIC_LITERAL;
import static dev.imago.parser.generated.GeneratedParserConstants.BACK_QUOTED_IDENTIFIER;
import static dev.imago.parser.generated.GeneratedParserConstants.BIG_QUERY_BACK_QUOTED_IDENTIFIER;
import static dev.imago.parser.generated.GeneratedParserConstants.BRACKET_QUOTED_IDENTIFIER;
import static dev.imago.parser.generated.GeneratedParserConstants.CASE;
import static dev.imago.parser.generated.GeneratedParserConstants.DECIMAL;
import static dev.imago.parser.generated.GeneratedParserConstants.DECIMAL_NUMERIC_LITERAL;
import static dev.imago.parser.generated.GeneratedParserConstants.EOF;
import static dev.imago.parser.generated.GeneratedParserConstants.EQ;
import static dev.imago.parser.generated.GeneratedParserConstants.HINT_BEG;
import static dev.imago.parser.generated.GeneratedParserConstants.HYPHENATED_IDENTIFIER;
import static dev.imago.parser.generated.GeneratedParserConstants.IDENTIFIER;
import static dev.imago.parser.generated.GeneratedParserConstants.QUOTED_IDENTIFIER;
import static dev.imago.parser.generated.GeneratedParserConstants.QUOTED_STRING;
import static dev.imago.parser.generated.GeneratedParserConstants.SEMICOLON;
import static dev.imago.parser.generated.GeneratedParserConstants.UNICODE_QUOTED_IDENTIFIER;
import static dev.imago.parser.generated.GeneratedParserConstants.UNSIGNED_INTEGER_LITERAL;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.calcite.sql.parser.SqlParserUtil;

/**
 * The kinds of token that could stand at one place, in words for a person: most places allow more
 * than a hundred.
 */
final class ExpectedTokens {
  /** More than these help nobody. */
  private static final int MOST = 5;

  private static final String END = "the end of the statement";

  private static final Set<Integer> NAMES =
      Set.of(
          IDENTIFIER,
          QUOTED_IDENTIFIER,
          UNICODE_QUOTED_IDENTIFIER,
          BACK_QUOTED_IDENTIFIER,
          BIG_QUERY_BACK_QUOTED_IDENTIFIER,
          BRACKET_QUOTED_IDENTIFIER,
          HYPHENATED_IDENTIFIER);
  private static final Set<Integer> NUMBERS =
      Set.of(UNSIGNED_INTEGER_LITERAL, DECIMAL_NUMERIC_LITERAL, APPROX_NUMERIC_LITERAL, DECIMAL);

  /** What is said first where it is possible, in the order of a statement. */
  private static final List<String> FREQUENT =
      List.of(
          "\",\"", "\")\"", "\"]\"", "\"}\"", "SELECT", "WITH", "VALUES", "INSERT", "UPDATE",
          "DELETE", "EXPLAIN", "INTO", "SET", "FROM", "AS", "JOIN", "ON", "USING", "WHERE", "BY",
          "GROUP", "HAVING", "QUALIFY", "ORDER", "LIMIT", "OFFSET", "UNION");

  static final ExpectedTokens NONE = new ExpectedTokens(Set.of(), new String[0]);

  private final SortedSet<Integer> kinds;
  private final String[] images;

  /**
   * Describes the kinds.
   *
   * @param images how the generated parser writes each kind: a word or sign in double quotes, or
   *     the kind's name in angle brackets
   */
  ExpectedTokens(Set<Integer> kinds, String[] images) {
    this.kinds = new TreeSet<>(kinds);
    this.images = images.clone();
  }

  ExpectedTokens without(ExpectedTokens others) {
    Set<Integer> rest = new TreeSet<>(kinds);
    rest.removeAll(others.kinds);
    return new ExpectedTokens(rest, images);
  }

  /** The keyword that a misspelt word stands for. */
  Optional<String> keywordLike(String word) {
    return kinds.stream()
        .map(kind -> SqlParserUtil.getTokenVal(images[kind]))
        .filter(keyword -> keyword != null && Spelling.isLike(word, keyword))
        .findFirst();
  }

  /**
   * What could stand here, such as {@code one of: ",", FROM, WHERE}.
   *
   * @param starts the kinds that start an expression, which are said as one
   * @param operators the kinds that go on with an expression, which are left out
   */
  String describe(Supplier<ExpectedTokens> starts, Supplier<ExpectedTokens> operators) {
    List<String> words = new ArrayList<>();
    SortedSet<Integer> rest = new TreeSet<>(kinds);
    if (rest.contains(CASE)) {
      rest.removeAll(starts.get().kinds);
      words.add("an expression");
    }
    if (rest.removeAll(NAMES)) {
      words.add("a name");
    }
    if (rest.contains(UNSIGNED_INTEGER_LITERAL)) {
      rest.removeAll(NUMBERS);
      words.add("a number");
    }
    if (rest.remove(QUOTED_STRING)) {
      words.add("a string");
    }
    boolean end = rest.remove(EOF);
    if (rest.contains(AND) && rest.contains(EQ)) {
      rest.removeAll(operators.get().kinds);
    }
    rest.removeAll(Set.of(SEMICOLON, HINT_BEG));
    rest.stream()
        .map(kind -> images[kind])
        .filter(image -> !image.startsWith("<"))
        .map(ExpectedTokens::written)
        .sorted(
            Comparator.comparingInt(ExpectedTokens::rank).thenComparing(Comparator.naturalOrder()))
        .forEach(words::add);
    if (end) {
      words.add(END);
    }
    return phrase(words);
  }

  private static String phrase(List<String> words) {
    if (words.size() == 1) {
      return words.get(0);
    }
    String shown = String.join(", ", words.subList(0, Math.min(MOST, words.size())));
    return "one of: " + shown + (words.size() > MOST ? ", ..." : "");
  }

  /** Words as they are, signs in quotes. */
  private static String written(String image) {
    String keyword = SqlParserUtil.getTokenVal(image);
    return keyword == null || !Character.isLetter(keyword.charAt(0)) ? image : keyword;
  }

  private static int rank(String word) {
    int rank = FREQUENT.indexOf(word);
    return rank < 0 ? FREQUENT.size() : rank;
  }
}
