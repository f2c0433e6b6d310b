package dev.imago.calcite.bind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.calcite.lab.Lab;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A column that is the same field as a parameter binds it: {@code id} and {@code project}. */
final class AliasTest {
  private Lab lab;

  @BeforeEach
  void start() throws IOException {
    lab =
        new Lab(Map.of())
            .with("projects", "{'projects': [{'id': 'a'}, {'id': 'b'}]}")
            .with("projects/a", "{'id': 'a', 'title': 'First'}")
            .with("projects/b", "{'id': 'b', 'title': 'Second'}")
            .with("projects/7", "{'id': 'b', 'title': 'Second'}");
  }

  @AfterEach
  void stop() {
    lab.close();
  }

  @Test
  void eitherNameMakesTheGet() {
    assertThat(lab.rows("SELECT project, title FROM projects WHERE id = 'a'"))
        .containsExactly("a|First");
    assertThat(lab.calls()).containsExactly("projects/a");
  }

  @Test
  void severalValuesAreSeveralGets() {
    assertThat(lab.rows("SELECT title FROM projects WHERE id IN ('a', 'b') OR project = 'b'"))
        .containsExactly("First", "Second");
    assertThat(lab.calls()).hasSize(2);
  }

  @Test
  void bothNamesMustAgree() {
    assertThat(lab.rows("SELECT title FROM projects WHERE id = 'a' AND project = 'b'")).isEmpty();
    assertThat(lab.rows("SELECT title FROM projects WHERE id = ? AND project = 'b'", "a"))
        .isEmpty();
  }

  @Test
  void theFieldOfTheAnswerHasTheLastWord() {
    assertThat(lab.rows("SELECT title FROM projects WHERE id = '7'")).isEmpty();
    assertThat(lab.calls()).hasSize(1);
  }

  @Test
  void aJoinOnTheOtherNameLooksThingsUp() {
    lab.with("projects/b/things", "{'things': [{'name': 'bolt'}]}");
    assertThat(
            lab.rows(
                "SELECT p.title, t.name FROM projects p JOIN things t ON t.project = p.id"
                    + " WHERE p.id = 'b'"))
        .containsExactly("Second|bolt");
    assertThat(lab.calls()).hasSize(2);
  }
}
