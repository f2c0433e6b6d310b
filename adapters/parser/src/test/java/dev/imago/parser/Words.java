package dev.imago.parser;

import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.calcite.sql.parser.SqlAbstractParserImpl.Metadata;
import org.apache.calcite.sql.parser.SqlParser;

/** The words of the grammar, in upper case, as the generated parser itself tells them. */
final class Words {
  private Words() {}

  /** What must be quoted to be a name. */
  static SortedSet<String> reserved() {
    return reserved(SqlParser.create("", Statements.CONFIG).getMetadata());
  }

  /** What Calcite reserves and Imago does not. */
  static SortedSet<String> freed() {
    SortedSet<String> words = reserved(SqlParser.create("").getMetadata());
    words.removeAll(reserved());
    return words;
  }

  /** What has a meaning somewhere in the grammar, and is free to be a name. */
  static SortedSet<String> free() {
    Metadata metadata = SqlParser.create("", Statements.CONFIG).getMetadata();
    SortedSet<String> words = new TreeSet<>(metadata.getTokens());
    words.removeIf(word -> !metadata.isNonReservedKeyword(word));
    return words;
  }

  private static SortedSet<String> reserved(Metadata metadata) {
    SortedSet<String> words = new TreeSet<>(metadata.getTokens());
    words.removeIf(word -> !metadata.isReservedWord(word));
    return words;
  }
}
