package dev.imago.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.util.Litmus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A word that is not reserved is a name wherever a name can be, just as when it is quoted. */
class FreeWordsTest {
  /** Words that start an expression in Calcite's grammar, too, and then are no names. */
  private static final Set<String> AMBIGUOUS = Set.of("FINAL", "MAP");

  static SortedSet<String> words() {
    SortedSet<String> words = new TreeSet<>(Words.free());
    words.removeAll(AMBIGUOUS);
    return words;
  }

  @ParameterizedTest
  @MethodSource("words")
  void standsForANameInEveryStatement(String word) throws SqlParseException {
    String name = word.toLowerCase(Locale.ROOT);
    for (String statement : Statements.read("names.sql")) {
      String plain = statement.replace("$", name);
      String quoted = statement.replace("$", '"' + name + '"');
      assertThat(Statements.parse(plain).equalsDeep(Statements.parse(quoted), Litmus.IGNORE))
          .as(plain)
          .isTrue();
    }
  }

  @Test
  void areAtLeastThoseThatImagoFreed() {
    assertThat(words()).hasSizeGreaterThan(300).containsAll(Words.freed());
  }

  @Test
  void theTwoAmbiguousOnesAreNamesOnlyWhereNothingElseFits() throws SqlParseException {
    assertThat(Statements.parse("SELECT final, map FROM t ORDER BY final, map")).isNotNull();
    assertThat(Statements.parse("SELECT map[1] FROM t").toString()).contains("MAP[1]");
    assertThat(Statements.parse("SELECT t.map[1] FROM t").toString()).contains("`t`.`map`[1]");
    assertThat(Statements.parse("SELECT \"map\"[1] FROM t").toString()).contains("`map`[1]");
  }

  @Test
  void includeWhatCloudsCallTheirFields() {
    String needed =
        """
        VALUE USER DATE TIMESTAMP TIME START END CONDITION LANGUAGE METHOD POSITION RESULT COLUMN
        PERIOD MODULE SYSTEM SCOPE COUNT FILTER IMPORT OPEN CLOSE YEAR MONTH DAY HOUR MINUTE SECOND
        CHECK PRIMARY REFERENCES TRIGGER MEMBER PARAMETER MATCH MATCHES PATTERN INITIAL OLD NEW
        CURRENT INT UUID DATETIME EMPTY GROUPS IDENTITY SEARCH ORDINAL MIN MAX
        """;
    assertThat(Words.freed()).containsAll(Stream.of(needed.split("\\s+")).toList());
  }
}
