package dev.imago.calcite.bind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.calcite.lab.Lab;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Defaults and wider reads stand in only for what the rows of other tables do not give. */
final class StandInsTest {
  private Lab lab;

  @BeforeEach
  void start() throws IOException {
    lab =
        new Lab(Map.of("lab.project", "a"))
            .with(
                "projects/b/aggregated/parts",
                "{'items': {'zones/z': {'parts': [{'path': 'projects/b/zones/z/parts/x'}]}}}");
  }

  @AfterEach
  void stop() {
    lab.close();
  }

  @Test
  void aWiderReadTakesTheProjectOfTheJoin() {
    assertThat(
            lab.rows(
                "SELECT v.p, s.zone, s.part FROM (VALUES ('b')) AS v(p)"
                    + " JOIN parts s ON s.project = v.p"))
        .containsExactly("b|z|x");
    assertThat(lab.calls()).hasSize(1).allMatch(call -> call.startsWith("projects/b/aggregated/"));
  }

  @Test
  void anOuterJoinGivesItTooAndSoDoesASubQuery() {
    assertThat(
            lab.rows(
                "SELECT v.p, s.part FROM (VALUES ('b')) AS v(p)"
                    + " LEFT JOIN parts s ON s.project = v.p"))
        .containsExactly("b|x");
    assertThat(lab.calls()).hasSize(1);
    assertThat(
            lab.rows(
                "SELECT v.p FROM (VALUES ('b')) AS v(p)"
                    + " WHERE NOT EXISTS (SELECT 1 FROM parts s WHERE s.project = v.p)"))
        .isEmpty();
    assertThat(lab.calls()).hasSize(1);
  }

  @Test
  void eachOfManyTablesTakesTheDefault() {
    lab.with("projects/a/things", "{'things': [{'name': 'one'}]}");
    int tables = 70;
    StringBuilder sql = new StringBuilder("SELECT t1.name, t1.project FROM things t1");
    for (int i = 2; i <= tables; i++) {
      sql.append(" JOIN things t%d ON t%d.name = t%d.name".formatted(i, i, i - 1));
    }
    assertThat(lab.rows(sql.toString())).containsExactly("one|a");
    assertThat(lab.calls()).hasSize(1);
  }

  @Test
  void aConstantOfTheOtherTableCountsAsWell() {
    assertThat(
            lab.rows(
                "SELECT s.part, t.part FROM parts s JOIN parts t ON t.project = s.project"
                    + " WHERE s.project = 'b'"))
        .containsExactly("x|x");
    assertThat(lab.calls()).hasSize(1);
  }

  @Test
  void theTableThatNoOtherBindsIsFilledInFirst() {
    lab.with(
            "projects/a/aggregated/tools",
            "{'items': {'zones/z': {'tools': [{'name': 'saw', 'state': 'b'}]}}}")
        .with("projects/b/things", "{'things': [{'name': 'bolt'}]}");
    assertThat(
            lab.rows(
                "SELECT t.name, x.name FROM things x JOIN tools t ON x.project = LOWER(t.state)"))
        .containsExactly("saw|bolt");
    assertThat(lab.calls()).hasSize(2);
  }
}
