package dev.imago.parser;

import dev.imago.parser.generated.GeneratedParserConstants;
import dev.imago.parser.generated.ParseException;
import java.util.Set;
import java.util.TreeSet;
import org.apache.calcite.sql.parser.SqlParseException;

/**
 * Where a parse failed.
 *
 * @param index the first token that fits nothing, as an index into the statement's tokens
 * @param expected what would have fitted there
 */
record ParseFailure(int index, ExpectedTokens expected) {
  /**
   * Follows the parser's look-ahead to the token that fits nothing. The parser itself names the
   * token where the look-ahead began, which may be right.
   */
  static ParseFailure of(SourceTokens source, SqlParseException failure) {
    int first =
        endsTooSoon(failure) ? source.tokens().size() - 1 : source.indexAt(failure.getPos());
    int[][] sequences = failure.getExpectedTokenSequences();
    if (sequences == null) {
      return new ParseFailure(first, ExpectedTokens.NONE);
    }
    int farthest = 0;
    for (int[] sequence : sequences) {
      farthest = Math.max(farthest, matching(source, first, sequence));
    }
    Set<Integer> kinds = new TreeSet<>();
    for (int[] sequence : sequences) {
      if (matching(source, first, sequence) == farthest) {
        kinds.add(sequence[farthest]);
      }
    }
    return new ParseFailure(first + farthest, new ExpectedTokens(kinds, failure.getTokenImages()));
  }

  /** How many tokens of the sequence, but for its last, are those of the source. */
  private static int matching(SourceTokens source, int first, int[] sequence) {
    int count = 0;
    while (count < sequence.length - 1 && source.has(sequence[count], first + count)) {
      count++;
    }
    return count;
  }

  private static boolean endsTooSoon(SqlParseException failure) {
    return failure.getCause() instanceof ParseException cause
        && cause.currentToken != null
        && cause.currentToken.next.kind == GeneratedParserConstants.EOF;
  }
}
