package dev.imago.calcite.bind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.calcite.lab.Lab;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A call whose rows would all fail a condition on what it is bound to is not made. */
final class BoundConditionsTest {
  private Lab lab;

  @BeforeEach
  void start() throws IOException {
    lab = new Lab(Map.of("lab.project", "a,b"));
    for (String project : new String[] {"a", "b", "c"}) {
      lab.with(
          "projects/" + project + "/things",
          "{'things': [{'name': 'of-" + project + "', 'size': '7'}]}");
    }
  }

  @AfterEach
  void stop() {
    lab.close();
  }

  @Test
  void literalsDecideWhenTheStatementIsPlanned() {
    assertThat(lab.rows("SELECT name FROM things WHERE project LIKE 'b%'")).containsExactly("of-b");
    assertThat(lab.calls()).hasSize(1);
    assertThat(lab.rows("SELECT name FROM things WHERE project <> 'b'")).containsExactly("of-a");
    assertThat(lab.calls()).hasSize(1);
  }

  @Test
  void aParameterDecidesWhenTheStatementRuns() {
    assertThat(lab.rows("SELECT name FROM things WHERE project LIKE ?", "b%"))
        .containsExactly("of-b");
    assertThat(lab.calls()).hasSize(1);
  }

  @Test
  void withoutAValueThatSatisfiesThereIsNoCall() {
    assertThat(lab.rows("SELECT name FROM things WHERE CHAR_LENGTH(project) > 1")).isEmpty();
    assertThat(lab.rows("SELECT name FROM things WHERE project <> ? AND project < 'b'", "a"))
        .isEmpty();
    assertThat(lab.calls()).isEmpty();
  }

  @Test
  void theRowOfAnotherTableDecidesWhetherItIsLookedUp() {
    assertThat(
            lab.rows(
                "SELECT v.p, t.name FROM (VALUES ('b', 'b'), ('c', 'd')) AS v(p, q)"
                    + " JOIN things t ON t.project = v.p AND t.project >= v.q"))
        .containsExactly("b|of-b");
    assertThat(lab.calls()).hasSize(1);
    assertThat(
            lab.rows(
                "SELECT v.p, t.name FROM (VALUES ('b'), ('c')) AS v(p)"
                    + " LEFT JOIN things t ON t.project = v.p AND t.project < 'c'"))
        .containsExactly("b|of-b", "c|null");
    assertThat(lab.calls()).hasSize(1);
  }

  @Test
  void whatSaysNothingAboutTheBoundColumnsAloneLeavesAllCalls() {
    assertThat(lab.rows("SELECT name FROM things WHERE project LIKE 'b%' OR name = 'of-a'"))
        .containsExactly("of-a", "of-b");
    assertThat(lab.calls()).hasSize(2);
    assertThat(lab.rows("SELECT name FROM things WHERE NOT (project = 'a' AND size = 7)"))
        .containsExactly("of-b");
    assertThat(lab.calls()).hasSize(2);
  }

  @Test
  void aConditionThatFailsIsLeftToTheRows() {
    lab.with("projects/a/things", "{}").with("projects/b/things", "{}");
    assertThat(lab.rows("SELECT name FROM things WHERE CAST(project AS INTEGER) = 7")).isEmpty();
    assertThat(
            lab.rows(
                "SELECT t.name FROM (VALUES ('a')) AS v(p)"
                    + " JOIN things t ON t.project = v.p WHERE CAST(t.project AS INTEGER) = 7"))
        .isEmpty();
  }

  @Test
  void manyValuesAreDecidedAtOnce() {
    StringBuilder values = new StringBuilder("'a'");
    for (int i = 0; i < 1000; i++) {
      values.append(", 'p").append(i).append('\'');
    }
    assertThat(
            lab.rows(
                "SELECT name FROM things WHERE project IN (" + values + ") AND project LIKE '_'"))
        .containsExactly("of-a");
    assertThat(lab.calls()).hasSize(1);
  }
}
