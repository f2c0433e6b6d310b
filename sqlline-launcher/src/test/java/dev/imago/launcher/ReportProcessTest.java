package dev.imago.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.launcher.run.ExitCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report in a process of its own: {@code imago -f report.sql --format csv > out.csv && next}. */
class ReportProcessTest {
  @TempDir private Path folder;

  @Test
  void stopsAtAnErrorAndSaysSoWithItsExitCode() throws Exception {
    Path report =
        Files.writeString(
            folder.resolve("report.sql"),
            """
            SELECT name, family FROM google.compute.images WHERE project = 'cos-cloud' LIMIT 1;
            SELECT 1 / x AS quotient FROM (VALUES (1), (0)) AS t (x);
            SELECT 'never' AS word;
            """);
    Path out = folder.resolve("out.csv");
    Path err = folder.resolve("err");

    Process command =
        command("-f", report.toString(), "--format", "csv")
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();

    assertThat(command.waitFor()).isEqualTo(ExitCode.FAILED.number());
    assertThat(Files.readAllLines(out))
        .hasSizeBetween(2, 4)
        .startsWith("name,family")
        .doesNotContain("never");
    assertThat(err)
        .content(StandardCharsets.UTF_8)
        .startsWith("ERROR 22012: ")
        .hasLineCount(1)
        .endsWith(System.lineSeparator());
  }

  @Test
  void endsQuietlyWhenItsReaderHasEnough() throws Exception {
    Path err = folder.resolve("err");
    Process command =
        command(
                "--format",
                "jsonl",
                "-e",
                "SELECT a.name FROM google.compute.images AS a, google.compute.images AS b,"
                    + " google.compute.images AS c, google.compute.images AS d")
            .redirectError(err.toFile())
            .start();
    try (BufferedReader reader = command.inputReader(StandardCharsets.UTF_8)) {
      assertThat(reader.readLine()).startsWith("{\"name\":");
    }

    assertThat(command.waitFor()).isZero();
    assertThat(err).isEmptyFile();
  }

  private static ProcessBuilder command(String... words) throws IOException {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.imago.launcher.Main",
                "--demo"));
    line.addAll(List.of(words));
    return new ProcessBuilder(line);
  }
}
