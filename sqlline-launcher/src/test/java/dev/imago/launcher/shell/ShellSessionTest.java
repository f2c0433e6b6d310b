package dev.imago.launcher.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.launcher.arguments.ArgumentParser;
import dev.imago.launcher.connect.Target;
import dev.imago.launcher.run.StatusLine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** sqlline's commands, as a new user tries them. */
class ShellSessionTest {
  @TempDir private Path folder;

  @Test
  void listsTheTablesOfAllClouds() throws Exception {
    assertThat(session("!tables"))
        .contains("image_import_jobs", "images_by_family", "workspace", "SYSTEM TABLE")
        .doesNotContain("Error");
    assertThat(session("!tables google.%.image_import_jobs;"))
        .contains("vmmigration", "1 row selected");
  }

  @Test
  void listsColumnsAndKeysOfATable() throws Exception {
    assertThat(session("!columns google.compute.zones"))
        .contains("VARCHAR", "is_key")
        .doesNotContain("yandex", "Error");
    assertThat(session("!primarykeys google.compute.images")).contains("2 rows selected");
    assertThat(session("!describe images")).contains("native_status", "21 rows selected");
    assertThat(session("!describe tables")).contains("image_import_jobs");
    assertThat(session("!describe")).contains("Usage: !describe");
  }

  @Test
  void listsWhatCanBeRun() throws Exception {
    assertThat(session("!procedures")).contains("deprecate", "cancel");
    assertThat(session("!procedures %.images.deprecate")).contains("1 row selected");
  }

  @Test
  void answersSqllinesOwnCommands() throws Exception {
    Path record = folder.resolve("record");
    Path script = Files.writeString(folder.resolve("run.sql"), "SELECT 41 + 1 AS answer;\n");

    String said =
        session(
            "!indexes images",
            "!dbinfo",
            "!metadata getTableTypes",
            "!outputformat csv",
            "!record " + record,
            "VALUES (42);",
            "!record",
            "!run " + script,
            "!connect jdbc:imago: \"\" \"\"",
            "!list");

    assertThat(said)
        .contains("TABLE_TYPE", "Imago JDBC Driver", "'answer'", "'42'", "2 active connections")
        .doesNotContain("Exception");
    assertThat(record).content().contains("'42'");
  }

  @Test
  void showsAPlanWhole() throws Exception {
    assertThat(
            session(
                "!set maxWidth 60",
                "explain plan for select name from google.compute.images where name = 'n';",
                "VALUES (42);",
                "!outputformat csv",
                "EXPLAIN PLAN FOR VALUES (1);"))
        .contains("/projects/acme-prod/global/images", "bound: name = 'n'", "| 42 ", "'PLAN'");
  }

  @Test
  void saysWhatItAddsToSqlline() throws Exception {
    assertThat(session("!help"))
        .contains("!tables", "EXEC google.compute.images.deprecate", "EXPLAIN PLAN FOR", "SHOW");
    assertThat(session("!help tables")).contains("of all clouds").doesNotContain("EXEC");
  }

  private String session(String... lines) throws Exception {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    Map<String, String> environment = Map.of("XDG_CACHE_HOME", folder.toString());
    try (Target target = Target.open(ArgumentParser.parse(List.of("--demo")), environment)) {
      Connection connection = target.connect();
      CompletingShell shell =
          new CompletingShell(
              target::connect,
              target.providers(),
              new ShellProgress(connection, new StatusLine(System.err, false)));
      shell.setOutputStream(output);
      shell.setErrorStream(output);
      String input = "!set maxWidth 500\n" + String.join("\n", lines) + "\n!quit\n";
      new InteractiveShell(target, environment)
          .run(
              connection,
              Optional.empty(),
              shell,
              new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
              false);
    }
    return output.toString(StandardCharsets.UTF_8);
  }
}
