package dev.imago.parser;

import static dev.imago.parser.generated.GeneratedParserConstants.DOUBLE_QUOTE;
import static dev.imago.parser.generated.GeneratedParserConstants.EOF;
import static dev.imago.parser.generated.GeneratedParserConstants.IDENTIFIER;
import static dev.imago.parser.generated.GeneratedParserConstants.QUOTE;

import dev.imago.parser.generated.Token;
import dev.imago.parser.generated.TokenMgrError;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.util.Static;
import org.jspecify.annotations.Nullable;

/**
 * Says in one line what Calcite says in two hundred: which word is the first wrong one, and what
 * could stand there.
 */
public final class SyntaxErrors {
  /** Reserved words that nobody means as names: where they do not fit, something is missing. */
  private static final Set<String> NEVER_NAMES =
      Set.of(
          "AND",
          "AS",
          "BETWEEN",
          "BY",
          "CROSS",
          "ELSE",
          "EXCEPT",
          "FROM",
          "FULL",
          "HAVING",
          "IN",
          "INNER",
          "INTERSECT",
          "INTO",
          "IS",
          "JOIN",
          "LEFT",
          "LIKE",
          "NOT",
          "ON",
          "OR",
          "OUTER",
          "RIGHT",
          "SELECT",
          "SET",
          "THEN",
          "UNION",
          "USING",
          "VALUES",
          "WHEN",
          "WHERE",
          "WITH");

  /** Calcite's own messages repeat values of any length; this many characters will do. */
  private static final int LONGEST = 160;

  private final SqlParser.Config config;

  /** Describes what a parser with this configuration refuses. */
  public SyntaxErrors(SqlParser.Config config) {
    this.config = config;
  }

  /**
   * Describes why a text is no statement.
   *
   * @param sql the text
   * @param failure what the parser threw at it
   */
  public SyntaxError describe(String sql, SqlParseException failure) {
    if (failure.getCause() instanceof StackOverflowError) {
      return new SyntaxError(1, 1, "the statement is nested too deeply");
    }
    if (failure.getCause() instanceof TokenMgrError) {
      return unreadable(sql, failure.getPos());
    }
    boolean noQuery =
        Static.RESOURCE.illegalNonQueryExpression().str().equals(failure.getMessage());
    if (failure.getExpectedTokenSequences() == null && !noQuery) {
      // Calcite tells no position for a few of its own errors.
      SqlParserPos position =
          Optional.ofNullable(failure.getPos()).orElseGet(() -> new SqlParserPos(1, 1));
      return at(position, firstLine(failure.getMessage()));
    }
    SourceTokens source = SourceTokens.of(sql);
    ParseFailure where = ParseFailure.of(source, failure);
    if (where.index() == 0) {
      // Calcite parses any expression first, and then finds that it is no query.
      return unexpected(source, new ParseFailure(0, startsOfStatement()));
    }
    return noQuery
        ? at(failure.getPos(), "unexpected expression; expected a query")
        : unexpected(source, where);
  }

  private static String firstLine(@Nullable String message) {
    String line =
        message == null ? "syntax error" : message.lines().findFirst().orElse("syntax error");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
  }

  private static SyntaxError unreadable(String sql, SqlParserPos position) {
    Optional<String> line = sql.lines().skip(position.getLineNum() - 1L).findFirst();
    int index = position.getColumnNum() - 1;
    if (line.isEmpty() || index >= line.get().length()) {
      return at(position, "the statement ends inside a comment");
    }
    return at(
        position,
        "unexpected character \"" + Character.toString(line.get().codePointAt(index)) + '"');
  }

  private SyntaxError unexpected(SourceTokens source, ParseFailure failure) {
    Token token = source.tokens().get(failure.index());
    SqlParserPos position = positionOf(token);
    return switch (token.kind) {
      case QUOTE -> at(position, "the string that starts here has no end");
      case DOUBLE_QUOTE -> at(position, "the quoted name that starts here is empty or has no end");
      case EOF ->
          at(source.end(), "unexpected end of the statement; " + suggestion(failure.expected()));
      default ->
          reserved(source, failure.index())
              .or(() -> reserved(source, failure.index() - 1))
              .or(() -> misspelt(source, failure, failure.index()))
              .or(() -> misspelt(source, failure, failure.index() - 1))
              .orElseGet(
                  () ->
                      at(
                          position,
                          "unexpected \"" + token.image + "\"; " + suggestion(failure.expected())));
    };
  }

  /** The token at the index is a reserved word that would do as a name: with quotes it parses. */
  private Optional<SyntaxError> reserved(SourceTokens source, int index) {
    if (index < 0) {
      return Optional.empty();
    }
    Token token = source.tokens().get(index);
    String word = token.image.toUpperCase(Locale.ROOT);
    if (!isReserved(word)
        || NEVER_NAMES.contains(word)
        || !parsesFurther(source.withQuotesAround(index), index + 1)) {
      return Optional.empty();
    }
    return Optional.of(
        at(
            positionOf(token),
            "\"%1$s\" is a reserved word; write \"%1$s\" in double quotes".formatted(token.image)));
  }

  private boolean isReserved(String word) {
    return Character.isLetter(word.charAt(0))
        && SqlParser.create("", config).getMetadata().isReservedWord(word);
  }

  /** True when the token at the index and the one after it fit. */
  private boolean parsesFurther(String sql, int index) {
    try {
      SqlParser.create(sql, config).parseStmt();
      return true;
    } catch (SqlParseException e) {
      return e.getExpectedTokenSequences() != null
          && ParseFailure.of(SourceTokens.of(sql), e).index() > index;
    }
  }

  /** The token at the index is no keyword, but nearly one that could stand where it failed. */
  private static Optional<SyntaxError> misspelt(
      SourceTokens source, ParseFailure failure, int index) {
    if (!source.has(IDENTIFIER, index)) {
      return Optional.empty();
    }
    Token token = source.tokens().get(index);
    return failure
        .expected()
        .keywordLike(token.image)
        .map(
            keyword ->
                at(
                    positionOf(token),
                    "unexpected \"" + token.image + "\"; did you mean " + keyword + "?"));
  }

  private String suggestion(ExpectedTokens expected) {
    return "expected "
        + expected.describe(() -> expectedInExpression(""), () -> expectedInExpression("1 1"));
  }

  private ExpectedTokens startsOfStatement() {
    try {
      SqlParser.create("", config).parseStmt();
      throw new IllegalStateException("The empty text is a statement");
    } catch (SqlParseException e) {
      return ParseFailure.of(SourceTokens.of(""), e).expected().without(expectedInExpression(""));
    }
  }

  private ExpectedTokens expectedInExpression(String wrong) {
    try {
      SqlParser.create(wrong, config).parseExpression();
      throw new IllegalStateException("This is an expression: " + wrong);
    } catch (SqlParseException e) {
      return ParseFailure.of(SourceTokens.of(wrong), e).expected();
    }
  }

  private static SqlParserPos positionOf(Token token) {
    return new SqlParserPos(token.beginLine, token.beginColumn);
  }

  private static SyntaxError at(SqlParserPos position, String reason) {
    return new SyntaxError(position.getLineNum(), position.getColumnNum(), reason);
  }
}
