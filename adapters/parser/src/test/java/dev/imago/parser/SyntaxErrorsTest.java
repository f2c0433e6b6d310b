package dev.imago.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.calcite.sql.parser.SqlParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SyntaxErrorsTest {
  private static final SyntaxErrors ERRORS = new SyntaxErrors(Statements.CONFIG);

  static List<String> refused() {
    return Statements.read("refused.sql");
  }

  @ParameterizedTest
  @MethodSource("refused")
  void sayWhatIsWrongAndWhatWouldBeRight(String textAndMessage) {
    int cut = textAndMessage.lastIndexOf("\n  ");
    String sql = textAndMessage.substring(0, cut);
    String message = textAndMessage.substring(cut).strip();

    assertThat(describe(sql).map(SyntaxError::message)).contains(message);
  }

  @Test
  void countALineForEachOfTheThreeEnds() {
    for (String end : List.of("\n", "\r", "\r\n")) {
      String sql = "SELECT id" + end + "FROM images" + end + "\tWHERE order = 1";
      assertThat(describe(sql).map(SyntaxError::message))
          .contains(
              "line 3, column 8: \"order\" is a reserved word; write \"order\" in double quotes");
    }
  }

  @Test
  void sayThatNothingIsThere() {
    assertThat(describe("").map(SyntaxError::message))
        .contains(
            "line 1, column 1: unexpected end of the statement; "
                + "expected one of: SELECT, WITH, VALUES, INSERT, UPDATE, ...");
  }

  @Test
  void surviveWhatIsNestedTooDeeply() {
    String sql = "SELECT " + "(".repeat(100_000);

    assertThat(describe(sql).map(SyntaxError::message))
        .contains("line 1, column 1: the statement is nested too deeply");
  }

  @Test
  void repeatNoValueOfAnyLength() {
    String sql = "SELECT 1 AS " + "x".repeat(1025);

    assertThat(describe(sql).orElseThrow().reason())
        .startsWith("Length of identifier 'xxx")
        .endsWith("xxx...")
        .hasSizeLessThan(200);
  }

  /** Each statement with one of its words left out, doubled or swapped with another. */
  @ParameterizedTest
  @MethodSource("dev.imago.parser.AcceptedStatementsTest#statements")
  void areShortAndPointIntoTheTextWhateverIsWrong(String sql) {
    Random random = new Random(sql.hashCode());
    List<String> words = new ArrayList<>(List.of(sql.split("(?<=\\W)|(?=\\W)")));
    int word = random.nextInt(words.size());
    switch (random.nextInt(3)) {
      case 0 -> words.remove(word);
      case 1 -> words.add(word, words.get(word));
      default -> Collections.swap(words, word, random.nextInt(words.size()));
    }
    String broken = String.join("", words);
    describe(broken)
        .ifPresent(
            error -> {
              assertThat(error.reason()).as(broken).hasSizeLessThan(200).doesNotContain("\n");
              assertThat(error.line()).as(broken).isBetween(1, lines(broken));
              assertThat(error.column()).as(broken).isBetween(1, broken.length() + 1);
            });
  }

  private static int lines(String text) {
    return text.split("\n", -1).length;
  }

  private static Optional<SyntaxError> describe(String sql) {
    return Optional.ofNullable(
            catchThrowableOfType(SqlParseException.class, () -> Statements.parse(sql)))
        .map(failure -> ERRORS.describe(sql, failure));
  }
}
