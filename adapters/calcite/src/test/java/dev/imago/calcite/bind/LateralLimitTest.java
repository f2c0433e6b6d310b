package dev.imago.calcite.bind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.calcite.lab.Lab;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A LIMIT of what is looked up for each row: no page is read that it makes needless. */
final class LateralLimitTest {
  private static final String FIRST_PAGE =
      "{'things': [{'name': 'anvil', 'size': '7'}, {'name': 'bolt', 'size': '3'}],"
          + " 'nextPageToken': 't'}";

  private Lab lab;

  @BeforeEach
  void start() throws IOException {
    lab =
        new Lab(Map.of("enumerate", "false"))
            .with(
                "projects", "{'projects': [{'id': 'a', 'title': 'A'}, {'id': 'b', 'title': 'B'}]}")
            .with("projects/a/things", FIRST_PAGE)
            .with("projects/b/things", FIRST_PAGE);
  }

  @AfterEach
  void stop() {
    lab.close();
  }

  @Test
  void aLateralQueryNeedsNoSecondPage() {
    assertThat(
            lab.rows(
                "SELECT p.title, t.name FROM projects p, LATERAL"
                    + " (SELECT name FROM things WHERE project = p.project LIMIT 2) t"))
        .containsExactly("A|anvil", "A|bolt", "B|anvil", "B|bolt");
    assertThat(lab.calls()).hasSize(3);
  }

  @Test
  void aScalarNeedsNoSecondPage() {
    assertThat(
            lab.rows(
                "SELECT p.title, (SELECT name FROM things WHERE project = p.project LIMIT 1)"
                    + " FROM projects p"))
        .containsExactly("A|anvil", "B|anvil");
    assertThat(lab.calls()).hasSize(3);
  }

  @Test
  void aLimitWithinALookUpWithinALookUp() {
    assertThat(
            lab.rows(
                "SELECT o.title, x.title, x.name FROM (VALUES ('one')) AS o (title), LATERAL"
                    + " (SELECT p.title, t.name FROM projects p, LATERAL"
                    + " (SELECT name FROM things WHERE project = p.project LIMIT 1) t"
                    + " WHERE o.title = 'one') x"))
        .containsExactly("one|A|anvil", "one|B|anvil");
    assertThat(lab.calls()).hasSize(3);
  }
}
