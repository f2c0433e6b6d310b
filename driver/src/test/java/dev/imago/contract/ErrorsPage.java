package dev.imago.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page that shows what the clouds' errors become. Its rows are the cases of a test. */
final class ErrorsPage {
  private static final Path FILE = Path.of("..", "docs", "errors.md");
  private static final Pattern STATEMENT = Pattern.compile("- `(\\w+)`: `(SELECT .*)`");

  private ErrorsPage() {}

  static List<ErrorAnswer> answers() throws IOException {
    List<ErrorAnswer> answers = new ArrayList<>();
    Map<String, String> statements = new HashMap<>();
    String cloud = "";
    List<String> lines = Files.readAllLines(FILE, UTF_8);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      Matcher statement = STATEMENT.matcher(line);
      if (line.startsWith("## ")) {
        cloud = line.substring(3);
        statements.clear();
      } else if (statement.matches()) {
        statements.put(statement.group(1), statement.group(2));
      }
      int number = i;
      String heading = cloud;
      ErrorAnswer.match(line)
          .map(
              row ->
                  ErrorAnswer.of(
                      number,
                      heading,
                      Objects.requireNonNull(statements.get(row.group(1)), line),
                      row))
          .ifPresent(answers::add);
    }
    return answers;
  }

  /** Puts the row in its place. */
  static void update(ErrorAnswer answer) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(FILE, UTF_8));
    lines.set(answer.line(), answer.row());
    Files.writeString(FILE, String.join("\n", lines) + "\n", UTF_8);
  }
}
