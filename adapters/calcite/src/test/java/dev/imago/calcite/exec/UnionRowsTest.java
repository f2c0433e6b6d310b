package dev.imago.calcite.exec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.calcite.lab.Lab;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When the inputs of a UNION ALL make their calls. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class UnionRowsTest {
  private static final String EACH =
      "SELECT id FROM events WHERE project = 'a' UNION ALL "
          + "SELECT UPPER(id) FROM events WHERE project = 'b' AND id <> 'x' UNION ALL "
          + "SELECT id FROM events WHERE project = 'c'";

  private Lab lab;

  @BeforeEach
  void start() throws IOException {
    lab =
        new Lab(Map.of("maxConcurrency", "3"))
            .with("projects/a/events", "{'events': [{'id': 'a1'}, {'id': 'a2'}]}")
            .with("projects/b/events", "{'events': [{'id': 'b1'}, {'id': 'x'}]}")
            .with("projects/c/events", "{'events': [{'id': 'c1'}]}");
  }

  @AfterEach
  void stop() {
    lab.close();
  }

  @Test
  void inputsAreAskedForAtTheSameTime() {
    lab.answeringTogether(3);

    assertThat(lab.rows(EACH)).containsExactly("a1", "a2", "B1", "c1");
    assertThat(lab.calls())
        .containsExactly(
            "projects/a/events?limit=100",
            "projects/b/events?limit=100",
            "projects/c/events?limit=100");
  }

  @Test
  void underAnAggregateToo() {
    lab.answeringTogether(3);

    assertThat(lab.rows("SELECT COUNT(*) FROM (" + EACH + ")")).containsExactly("4");
  }

  @Test
  void readerThatMayStopAsksForOneAfterTheOther() {
    assertThat(lab.rows("SELECT * FROM (" + EACH + ") LIMIT 2")).containsExactly("a1", "a2");
    assertThat(lab.calls()).hasSize(1);
  }

  /** To open a sort is to read all that it sorts, before the rows of the inputs ahead of it. */
  @Test
  void inputThatIsSortedIsOpenedInItsTurn() {
    String sorted =
        EACH + " UNION ALL (SELECT id FROM events WHERE project = 'a' ORDER BY id DESC LIMIT 1)";

    assertThat(lab.rows(sorted)).containsExactly("a1", "a2", "B1", "c1", "a2");
    assertThat(lab.rows("SELECT * FROM (" + sorted + ") LIMIT 4"))
        .containsExactly("a1", "a2", "B1", "c1");
    assertThat(lab.calls()).hasSize(3);
  }

  @Test
  void isNamedAsAUnion() {
    assertThat(lab.explain(EACH)).contains("Union all").doesNotContain("UnionAll");
  }
}
