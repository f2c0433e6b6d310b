package dev.imago.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.calcite.function.Functions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Keeps docs/functions.md true: what it lists can be called. */
class FunctionsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "functions.md");

  /** Calcite's names for them are longer. */
  private static final Set<String> JSON_AGGREGATES = Set.of("JSON_ARRAYAGG", "JSON_OBJECTAGG");

  /** A name alone, or a call, as code within a line. */
  private static final Pattern FUNCTION = Pattern.compile("`([A-Z][A-Z0-9_]+)(\\(.*?\\))?[^`]*`");

  /** What is written between its operands, or with words, rather than called. */
  private static final Set<String> OPERATORS =
      Set.of(
          "LIKE",
          "ILIKE",
          "SIMILAR",
          "RLIKE",
          "CASE",
          "CAST",
          "TRY_CAST",
          "SAFE_CAST",
          "CEIL",
          "OVER");

  @Test
  void listsWhatCanBeCalled() throws IOException {
    Set<String> listed = new TreeSet<>();
    Matcher matcher = FUNCTION.matcher(Files.readString(PAGE));
    while (matcher.find()) {
      listed.add(matcher.group(1));
    }
    assertThat(listed).hasSizeGreaterThan(100).contains("DATE_TRUNC", "STRING_AGG");
    listed.removeAll(OPERATORS);
    listed.removeAll(JSON_AGGREGATES);
    assertThat(Functions.names()).containsAll(listed);
  }
}
