package dev.imago.launcher.arguments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imago.launcher.arguments.Arguments.Task;
import dev.imago.launcher.format.OutputFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentParserTest {
  @Test
  void saysNothingWithoutArguments() throws UsageException {
    Arguments arguments = parse();

    assertThat(arguments.task()).isEqualTo(Task.RUN);
    assertThat(arguments.demo()).isFalse();
    assertThat(arguments.url()).isEqualTo("jdbc:imago:");
    assertThat(arguments.properties()).isEmpty();
    assertThat(arguments.inputs()).isEmpty();
    assertThat(arguments.format()).isEmpty();
    assertThat(arguments.timing()).isFalse();
  }

  @Test
  void readsEveryOption() throws UsageException {
    Arguments arguments =
        parse("--demo", "-u", "jdbc:imago:a=b", "-p", "k=v=w", "--format", "csv", "--timing");

    assertThat(arguments.demo()).isTrue();
    assertThat(arguments.url()).isEqualTo("jdbc:imago:a=b");
    assertThat(arguments.properties()).isEqualTo(Map.of("k", "v=w"));
    assertThat(arguments.format()).contains(OutputFormat.CSV);
    assertThat(arguments.timing()).isTrue();
  }

  @Test
  void keepsTheOrderOfWhatIsToRun() throws UsageException {
    assertThat(parse("-f", "a.sql", "-e", "-f", "-f", "-").inputs())
        .containsExactly(
            new Input.File(Path.of("a.sql")), new Input.Sql("-f"), new Input.StandardInput());
  }

  @Test
  void takesAnEmptyValueOfAProperty() throws UsageException {
    assertThat(parse("-p", "google.project=").properties()).isEqualTo(Map.of("google.project", ""));
  }

  @Test
  void findsEveryFormatInATurkishLocale() throws UsageException {
    for (String name : List.of("table", "vertical", "csv", "tsv", "json", "jsonl")) {
      assertThat(parse("--format=" + name).format().orElseThrow().text()).isEqualTo(name);
    }
  }

  @Test
  void helpWinsOverTheVersion() throws UsageException {
    assertThat(parse("--version").task()).isEqualTo(Task.VERSION);
    assertThat(parse("--help", "--version").task()).isEqualTo(Task.HELP);
    assertThat(parse("--version", "--help").task()).isEqualTo(Task.HELP);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --formt csv      | the option --formt is not known; did you mean "--format"?
          --tmiing         | the option --tmiing is not known; did you mean "--timing"?
          --zzzzzzzzzz     | the option --zzzzzzzzzz is not known
          SELECT           | "SELECT" is no option; SQL is given with -e, a file with -f
          -e               | the option -e needs a value
          --format         | the option --format needs a value
          --format jsn     | the format jsn is not known; there are table, vertical, csv, tsv, \
          json, jsonl; did you mean "json"?
          --demo=1         | the option --demo takes no value
          -p novalue       | -p needs key=value, and "novalue" is not
          -p =value        | -p needs key=value, and "=value" is not
          -u a -u b        | the option -u is given twice; a session has one connection
          """)
  void refusesWhatItCannotUnderstand(String line, String message) {
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> parse(line.split(" ")))
        .withMessage(message);
  }

  private static Arguments parse(String... words) throws UsageException {
    return ArgumentParser.parse(List.of(words));
  }
}
