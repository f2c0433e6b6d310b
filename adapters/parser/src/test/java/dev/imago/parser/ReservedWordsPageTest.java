package dev.imago.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page tells the truth: its tables are those that the grammar itself would write. */
class ReservedWordsPageTest {
  private static final Path PAGE = Path.of("..", "..", "docs", "reserved-words.md");

  @Test
  void listsWhatIsReserved() throws IOException {
    Map<Character, StringBuilder> rows = new TreeMap<>();
    for (String word : Words.reserved()) {
      rows.computeIfAbsent(word.charAt(0), letter -> new StringBuilder()).append(word).append(' ');
    }
    List<String> table =
        rows.entrySet().stream().map(row -> row(row.getKey().toString(), row.getValue())).toList();

    assertThat(tableUnder("## What is reserved")).isEqualTo(table);
  }

  @Test
  void listsWhatIsFreeHereAndReservedInCalcite() throws IOException {
    SortedSet<String> freed = Words.freed();

    assertThat(tableUnder("## What is not"))
        .containsExactly(row("free", String.join(" ", freed) + " "));
  }

  private static String row(String label, CharSequence words) {
    return "| " + label + " | " + words + "|";
  }

  /** The rows of the first table under the heading, without its two head lines. */
  private static List<String> tableUnder(String heading) throws IOException {
    try (Stream<String> lines = Files.lines(PAGE)) {
      return lines
          .dropWhile(line -> !line.equals(heading))
          .dropWhile(line -> !line.startsWith("|"))
          .takeWhile(line -> line.startsWith("|"))
          .skip(2)
          .toList();
    }
  }
}
