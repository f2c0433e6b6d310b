package dev.imago.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words that need quotes as names, as the user guide lists them. */
final class ReservedWords {
  private static final Path PAGE = Path.of("..", "docs", "reserved-words.md");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| [A-Z] \\| (.*) \\|$");

  private final Set<String> words;

  private ReservedWords(Set<String> words) {
    this.words = words;
  }

  static ReservedWords documented() throws IOException {
    Set<String> words =
        ROW.matcher(Files.readString(PAGE, UTF_8))
            .results()
            .map((MatchResult row) -> row.group(1))
            .flatMap(row -> Pattern.compile(" ").splitAsStream(row))
            .collect(Collectors.toUnmodifiableSet());
    if (words.isEmpty()) {
      throw new IllegalStateException(PAGE + " lists no words");
    }
    return new ReservedWords(words);
  }

  /** The name as a statement must write it: bare, unless it is reserved. */
  String write(String name) {
    return words.contains(name.toUpperCase(Locale.ROOT)) ? "\"" + name + "\"" : name;
  }
}
