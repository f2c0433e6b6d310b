package dev.imago.launcher.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlScriptTest {
  @Test
  void splitsAtSemicolons() throws IOException {
    assertThat(split("SELECT 1; SELECT 2;\nSELECT 3"))
        .containsExactly("SELECT 1", "SELECT 2", "SELECT 3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 'a;b'",
        "SELECT 'it''s; here'",
        "SELECT ''';'",
        "SELECT \"a;b\" FROM t",
        "SELECT \"a\"\";\" FROM t",
        "SELECT '--', ';' FROM t",
        "SELECT '/*', ';' FROM t",
        "SELECT \"'\", ';' FROM t",
        "SELECT 1 -- not; here\n + 1",
        "SELECT 1 // nor; here\n + 1",
        "SELECT 1 /* nor; here */ + 1",
        "SELECT 1 /* '; */ + 1",
        "SELECT 1 -- it's\n + ';'",
        "SELECT 1 /* * / ; **/ + 1",
        "SELECT 1 /*/ ; */ + 1",
        "SELECT /*+ hint(';') */ 1",
        "SELECT 4 / 2 - 1",
      })
  void keepsWhatIsOneStatement(String statement) throws IOException {
    assertThat(split(statement)).containsExactly(statement);
    assertThat(split(statement + ";SELECT 2")).containsExactly(statement, "SELECT 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n ", ";", " ; ;\n;", "-- only; this", "/* or; this */;", "\uFEFF"})
  void findsNoStatementWhereThereIsNone(String script) throws IOException {
    assertThat(split(script)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT 'open; ", "SELECT \"open; ", "/* open; ", "SELECT 1 /* open; "})
  void leavesWhatNeverEndsToTheParser(String script) throws IOException {
    assertThat(split(script)).containsExactly(script.strip());
  }

  @Test
  void keepsTheCommentsBeforeAStatement() throws IOException {
    assertThat(split("-- first\nSELECT 1;\n\n-- second\nSELECT 2;\n-- last"))
        .containsExactly("-- first\nSELECT 1", "-- second\nSELECT 2");
  }

  @Test
  void endsALineAtAnyLineEnd() throws IOException {
    assertThat(split("SELECT 1 -- a\r;SELECT 2 -- b\r\n;"))
        .containsExactly("SELECT 1 -- a", "SELECT 2 -- b");
  }

  @Test
  void skipsAByteOrderMark() throws IOException {
    assertThat(split("\uFEFFSELECT 1")).containsExactly("SELECT 1");
  }

  @Test
  void givesAStatementBeforeTheNextIsThere() throws IOException {
    try (PipedWriter writer = new PipedWriter();
        SqlScript script = new SqlScript(new PipedReader(writer))) {
      writer.write("SELECT 1;");
      assertThat(script.next()).isEqualTo("SELECT 1");
      writer.write("SELECT 2;");
      assertThat(script.next()).isEqualTo("SELECT 2");
    }
  }

  private static List<String> split(String text) throws IOException {
    List<String> statements = new ArrayList<>();
    try (SqlScript script = new SqlScript(new StringReader(text))) {
      String statement = script.next();
      while (statement != null) {
        statements.add(statement);
        statement = script.next();
      }
    }
    return statements;
  }
}
