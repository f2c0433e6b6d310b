package dev.imago.interop.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sqlline.SqlLine;

/** A shell with nothing but the one jar: its commands about tables, and its formats. */
@Timeout(120)
class SqllineTest {
  private static Demo demo;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    demo = new Demo(folder);
  }

  @AfterAll
  static void stop() {
    demo.close();
  }

  private static String run(String... commands) throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    SqlLine shell = new SqlLine();
    try (PrintStream stream = new PrintStream(output, true, StandardCharsets.UTF_8)) {
      shell.setOutputStream(stream);
      shell.setErrorStream(stream);
      String script =
          "!connect "
              + demo.url()
              + ";schema=google.compute \"\" \"\"\n"
              + String.join("\n", commands);
      ByteArrayInputStream input =
          new ByteArrayInputStream((script + "\n!quit\n").getBytes(StandardCharsets.UTF_8));
      shell.begin(new String[] {"--color=false", "--maxWidth=400"}, input, false);
    }
    return output.toString(StandardCharsets.UTF_8);
  }

  @Test
  void tables() throws IOException {
    assertThat(run("!tables")).contains("machine_images", "TABLE");
  }

  @Test
  void columns() throws IOException {
    assertThat(run("!columns images")).contains("archiveSizeBytes", "BIGINT", "TIMESTAMP", "NO");
  }

  @Test
  void primaryKeys() throws IOException {
    assertThat(run("!primarykeys images")).contains("project", "KEY_SEQ");
  }

  @Test
  void procedures() throws IOException {
    assertThat(run("!procedures")).contains("images.deprecate");
  }

  @Test
  void formats() throws IOException {
    String query =
        "select project, status from google.compute.images where project = 'acme-prod' and name ="
            + " 'web-base-v2';";

    assertThat(run("!outputformat csv", query)).contains("'acme-prod','READY'");
    assertThat(run("!outputformat vertical", query)).containsPattern("status +READY");
    assertThat(run("!outputformat json", query)).contains("\"status\":\"READY\"");
    assertThat(run("!outputformat xmlelements", query)).contains("<status>READY</status>");
  }

  @Test
  void errorsHaveTheirSqlState() throws IOException {
    assertThat(run("select nothing from images;")).contains("nothing", "state=42S22");
  }

  @Test
  void metadataOfTheConnection() throws IOException {
    assertThat(run("!metadata getDatabaseProductName")).contains("Imago");
    assertThat(run("!dbinfo")).contains("supportsTransactions").doesNotContain("Exception");
  }
}
