package dev.imago.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.launcher.run.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command from its words to its streams, on the demo's clouds. */
class LauncherTest {
  private static final String TWO_IMAGES =
      "SELECT name, diskSizeGb, creationTimestamp, labels FROM google.compute.images"
          + " WHERE project = 'acme-prod' ORDER BY name LIMIT 2";

  @Test
  void answersFromTheDemo() {
    CommandRun run =
        CommandRun.of(
            "--demo",
            "-e",
            "SELECT COUNT(*) AS n FROM google.compute.images WHERE project = 'debian-cloud'");

    assertThat(run).isEqualTo(new CommandRun(ExitCode.OK, " n\n--\n19\n", ""));
  }

  @Test
  void tellsTheTimeOfTheDemo() {
    CommandRun run = CommandRun.of("--demo", "--format", "csv", "-e", "VALUES (CURRENT_TIMESTAMP)");

    assertThat(run.out()).isEqualTo("CURRENT_TIMESTAMP\n2026-06-15 12:00:00.000\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          csv   | name,diskSizeGb,creationTimestamp,labels
          tsv   | name%diskSizeGb%creationTimestamp%labels
          json  | [
          table | name         | diskSizeGb | creationTimestamp       | labels
          """)
  void beginsEachFormatWithItsHeader(String format, String header) {
    CommandRun run = CommandRun.of("--demo", "--format", format, "-e", TWO_IMAGES);

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out().lines().findFirst().orElseThrow().replace('\t', '%')).startsWith(header);
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "vertical", "csv", "tsv", "json", "jsonl"})
  void warnsBesideEachFormat(String format) {
    String jobs = "SELECT id FROM image_import_jobs WHERE account = ";

    CommandRun whole = CommandRun.of("--demo", "--format", format, "-e", jobs + "'acme-dev'");
    CommandRun partial =
        CommandRun.of(
            "--demo",
            "--format",
            format,
            "-e",
            jobs + "'acme-dev' OR account = 'ac234de25c6741d2b1273da49eea1b9e'");

    assertThat(whole.err()).isEmpty();
    assertThat(partial)
        .isEqualTo(
            new CommandRun(
                ExitCode.OK,
                whole.out(),
                "WARNING 01000: imago.inventory.image_import_jobs leaves out the rows of"
                    + " opentelekom.ims.jobs, which can only be read by job_id; add id = '...' (or"
                    + " IN) to the query to see them\n"));
  }

  @Test
  void goesOnWithoutAnAccountAndSaysSo() {
    CommandRun run =
        CommandRun.of(
            "--demo",
            "-p",
            "partial=true",
            "-p",
            "google.project=acme-prod,acme-locked",
            "--format",
            "csv",
            "-e",
            "SELECT project, COUNT(*) AS images FROM google.compute.images GROUP BY project",
            "-e",
            "VALUES 1");

    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(run.out()).startsWith("project,images\nacme-prod,11\n").endsWith("1\n");
    assertThat(run.err())
        .startsWith("WARNING 42501: google.compute.images: GET ")
        .endsWith("; the rows of acme-locked are missing\n");
  }

  @Test
  void writesNestedValuesAsJson() {
    CommandRun run = CommandRun.of("--demo", "--format", "jsonl", "-e", TWO_IMAGES);

    assertThat(run.out())
        .isEqualTo(
            """
            {"name":"batch-worker","diskSizeGb":15,\
            "creationTimestamp":"2026-06-10T04:00:00Z","labels":{"owner":"data"}}
            {"name":"broken-build","diskSizeGb":15,\
            "creationTimestamp":"2026-06-11T23:59:59.999Z","labels":null}
            """);
  }

  @Test
  void writesOneResultAfterTheOther() {
    CommandRun run = CommandRun.of("--demo", "--format", "csv", "-e", "VALUES (1); VALUES ('a;b')");

    assertThat(run).isEqualTo(new CommandRun(ExitCode.OK, "EXPR$0\n1\nEXPR$0\na;b\n", ""));
  }

  @Test
  void runsWhatItIsGivenInOrder(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("two.sql"), "-- the second\nVALUES (2);\n");

    CommandRun run =
        CommandRun.withInput(
            "VALUES (3)",
            "--demo",
            "--format",
            "csv",
            "-e",
            "VALUES (1)",
            "-f",
            file.toString(),
            "-f",
            "-",
            "-e",
            "VALUES (4)");

    assertThat(run.out()).isEqualTo("EXPR$0\n1\nEXPR$0\n2\nEXPR$0\n3\nEXPR$0\n4\n");
  }

  @Test
  void keepsOneConnection() {
    CommandRun run =
        CommandRun.of(
            "--demo",
            "--format",
            "csv",
            "-e",
            "SELECT name FROM google.compute.images WHERE project = 'acme-dev' LIMIT 0;"
                + "SELECT COUNT(*) FROM google.compute.images WHERE project = 'acme-dev'",
            "-e",
            "SELECT COUNT(*) > 0 AS logged FROM imago.system.calls");

    assertThat(run.out()).endsWith("logged\ntrue\n");
  }

  @Test
  void readsAScriptWithoutATerminal() {
    CommandRun run = CommandRun.withInput("VALUES ('é ş 日');", "--demo", "--format", "csv");

    assertThat(run).isEqualTo(new CommandRun(ExitCode.OK, "EXPR$0\né ş 日\n", ""));
  }

  @Test
  void doesNothingWithNothing() {
    assertThat(CommandRun.of("--demo")).isEqualTo(new CommandRun(ExitCode.OK, "", ""));
    assertThat(CommandRun.of("--demo", "-e", " ; -- nothing"))
        .isEqualTo(new CommandRun(ExitCode.OK, "", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SELEC 1                                                          | ERROR 42601:
          SELECT * FROM google.compute.nothing                             | ERROR 42S02:
          SELECT nothing FROM google.compute.images                        | ERROR 42S22:
          SELECT name FROM google.compute.images WHERE project = 'acme-locked' | ERROR 42501:
          SELECT 'open                                                     | ERROR 42601:
          """)
  void stopsAtTheFirstError(String statement, String error) {
    CommandRun run =
        CommandRun.of(
            "--demo", "--format", "csv", "-e", "VALUES (1)", "-e", statement, "-e", "VALUES (3)");

    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(run.out()).isEqualTo("EXPR$0\n1\n");
    assertThat(run.err()).startsWith(error).doesNotContain("\tat ");
  }

  @Test
  void refusesAScriptThatIsNotInUtf8() {
    byte[] latin = "VALUES ('é')".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(CommandRun.withInput(latin, "--demo"))
        .isEqualTo(
            new CommandRun(ExitCode.FAILED, "", "ERROR HV000: the script is not in UTF-8\n"));
  }

  @Test
  void refusesAnUnknownOption() {
    CommandRun run = CommandRun.of("--timming", "-e", "VALUES (1)");

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("--timming is not known; did you mean \"--timing\"?")
        .contains("Usage: imago");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gogle.project=x          | google.project
          maxCalls=many            | maxCalls
          config=/no/such/file     | /no/such/file
          """)
  void refusesAWrongProperty(String property, String named) {
    CommandRun run = CommandRun.of("--demo", "-p", property, "-e", "VALUES (1)");

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("ERROR ").contains(named);
  }

  @Test
  void runsNothingWhenAFileIsMissing(@TempDir Path folder) {
    CommandRun run =
        CommandRun.of("--demo", "-e", "VALUES (1)", "-f", folder.resolve("missing.sql").toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("missing.sql cannot be read");
  }

  @Test
  void putsPropertiesAboveTheUrlAndTheUrlAboveTheDemo() {
    String projects = "SELECT \"value\" FROM imago.system.properties WHERE name = 'google.project'";

    assertThat(property(projects)).isEqualTo("acme-prod,acme-dev");
    assertThat(property(projects, "-u", "jdbc:imago:google.project=url")).isEqualTo("url");
    assertThat(
            property(projects, "-u", "jdbc:imago:google.project=url", "-p", "google.project=given"))
        .isEqualTo("given");
  }

  private static String property(String sql, String... words) {
    String[] all = new String[words.length + 5];
    System.arraycopy(words, 0, all, 5, words.length);
    System.arraycopy(new String[] {"--demo", "--format", "tsv", "-e", sql}, 0, all, 0, 5);
    return CommandRun.of(all).out().lines().skip(1).findFirst().orElseThrow();
  }

  @Test
  void tellsItsVersionAndItsUsage() {
    assertThat(CommandRun.of("--version").out()).matches("imago \\d+\\.\\d+\\.\\d+.*\n");
    CommandRun help = CommandRun.of("--help");
    assertThat(help.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(help.out()).startsWith("Usage: imago").contains("--timing").contains("\\N in tsv");
    assertThat(help.err()).isEmpty();
  }
}
