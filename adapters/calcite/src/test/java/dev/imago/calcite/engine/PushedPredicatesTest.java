package dev.imago.calcite.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.calcite.lab.Lab;
import dev.imago.calcite.statement.Plan;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Conditions that calls ask for. The lab ignores every filter, which is the widest superset: what
 * it answers must be filtered again.
 */
final class PushedPredicatesTest {
  private static final String THINGS =
      """
      {'things': [
        {'name': 'anvil', 'size': '7', 'color': 'RED', 'fragile': false, 'code': 'c1'},
        {'name': 'bolt', 'size': '30', 'color': 'GREEN', 'code': 'c2'},
        {'name': 'cup', 'size': '4', 'color': 'RED', 'fragile': true, 'code': 'c2'},
        {'name': 'dust'}
      ]}
      """;

  private Lab lab;

  @BeforeEach
  void start() throws IOException {
    lab = new Lab(Map.of("lab.project", "a")).with("projects/a/things", THINGS);
  }

  @AfterEach
  void stop() {
    lab.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "color = 'RED'               | (color = \"RED\")                         | anvil cup",
        "'RED' = color               | (color = \"RED\")                         | anvil cup",
        "color IN ('GREEN', 'RED')   | (color = \"GREEN\") OR (color = \"RED\")  | anvil bolt cup",
        "size > 5                    | (size > 5)                                | anvil bolt",
        "5 < size                    | (size > 5)                                | anvil bolt",
        "size >= 7                   | (size >= 7)                               | anvil bolt",
        "size < 30                   | (size < 30)                               | anvil cup",
        "size <= 7                   | (size <= 7)                               | anvil cup",
        "size = 7                    | (size = 7)                                | anvil",
        "size IN (4, 7)              | (size = 4) OR (size = 7)                  | anvil cup",
        "size BETWEEN 5 AND 10       | (size >= 5) (size <= 10)                  | anvil",
        "size > 5 AND size < 10      | (size > 5) (size < 10)                    | anvil",
        "fragile                     | (fragile = true)                          | cup",
        "fragile = TRUE              | (fragile = true)                          | cup",
        "fragile IS TRUE             | (fragile = true)                          | cup",
        "NOT fragile                 | (fragile = false)                         | anvil",
        "fragile = FALSE             | (fragile = false)                         | anvil",
        "size > 5 AND color = 'RED'  | (size > 5) (color = \"RED\")              | anvil",
        "color = 'RED' AND size > 5  | (size > 5) (color = \"RED\")              | anvil",
        "color = UPPER('red')        | (color = \"RED\")                         | anvil cup",
        "color = 'RED' AND tags IS NULL | (color = \"RED\")                      | anvil cup",
      })
  void isSentAndFilteredAgain(String condition, String filter, String names) {
    assertThat(lab.rows("SELECT name FROM things WHERE " + condition))
        .containsExactly(names.split(" "));
    assertThat(filters()).isEqualTo(filter);
    assertThat(lab.explain("SELECT name FROM things WHERE " + condition)).contains("Filter ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "color <> 'RED'",
        "color NOT IN ('RED', 'GREEN')",
        "color IS NULL",
        "color = 'RED' OR size > 5",
        "color = 'RED' OR color IS NULL",
        "UPPER(color) = 'RED'",
        "color LIKE 'R%'",
        "color > 'RED'",
        // Nothing that the API documents.
        "color = 'BLUE'",
        "color IN ('RED', 'BLUE')",
        "size < 5 OR size > 20",
        "size <> 5",
        "size > 5.5",
        "size > -1",
        "size + 1 > 5",
        "size > CHAR_LENGTH(name)",
        "fragile IS NOT TRUE",
        "fragile IS NULL",
        // Not declared.
        "created > TIMESTAMP '2026-01-01 00:00:00'",
        "number = 5"
      })
  void isNotSent(String condition) {
    lab.rows("SELECT name FROM things WHERE " + condition);
    assertThat(lab.calls()).hasSize(1).noneMatch(call -> call.contains("filter="));
  }

  @Test
  void parametersAreSent() {
    Plan plan = lab.prepare("SELECT name FROM things WHERE color IN (?, ?) AND size > ?");
    assertThat(lab.rows(plan, "RED", "GREEN", 5L)).containsExactly("anvil", "bolt");
    assertThat(filters()).isEqualTo("(size > 5) ((color = \"RED\") OR (color = \"GREEN\"))");
    assertThat(lab.rows(plan, "RED", "RED", 5L)).containsExactly("anvil");
    assertThat(filters()).isEqualTo("(size > 5) (color = \"RED\")");
    assertThat(lab.rows(plan, "RED", null, 5L)).containsExactly("anvil");
    assertThat(filters()).isEqualTo("(size > 5) (color = \"RED\")");
    assertThat(lab.rows(plan, "x*", "RED", 5L)).containsExactly("anvil");
    assertThat(filters()).isEqualTo("(size > 5)");
  }

  @Test
  void nothingComparesWithNull() {
    Plan plan = lab.prepare("SELECT name FROM things WHERE color = ? AND size > ?");
    assertThat(lab.rows(plan, null, 5L)).isEmpty();
    assertThat(lab.rows(plan, "RED", null)).isEmpty();
    assertThat(lab.calls()).isEmpty();
  }

  @Test
  void columnsOfTheFilterAreRead() {
    assertThat(lab.rows("SELECT size FROM things WHERE color = 'RED' AND fragile"))
        .containsExactly("4");
    assertThat(lab.calls())
        .containsExactly(
            "projects/a/things?filter=(color%20%3D%20%22RED%22)%20(fragile%20%3D%20true)"
                + "&fields=things(size,color,fragile),nextPageToken&pageSize=100");
  }

  @Test
  void limitDoesNotPassWhatMayBeASuperset() {
    assertThat(lab.rows("SELECT name FROM things WHERE color = 'GREEN' LIMIT 1"))
        .containsExactly("bolt");
    assertThat(lab.calls()).hasSize(1).allMatch(call -> call.contains("pageSize=100"));
  }

  @Test
  void limitPassesWhatIsExact() {
    assertThat(lab.rows("SELECT name FROM things WHERE code = 'c2' ORDER BY name LIMIT 1"))
        .containsExactly("bolt");
    assertThat(lab.calls())
        .containsExactly(
            "projects/a/things?filter=(code%20%3D%20%22c2%22)"
                + "&fields=things(name,code),nextPageToken&orderBy=name&pageSize=1");
    assertThat(lab.explain("SELECT name FROM things WHERE code = 'c2'")).doesNotContain("Filter");
  }

  @Test
  void exactConditionsThatCannotBeSentAreFiltered() {
    assertThat(lab.rows("SELECT name FROM things WHERE code IN (?, ?)", "c1", "*"))
        .containsExactly("anvil");
    assertThat(lab.calls()).hasSize(1).noneMatch(call -> call.contains("filter="));
    assertThat(lab.rows("SELECT name FROM things WHERE code = ? AND code = 'c2'", "c1")).isEmpty();
  }

  @Test
  void aConditionAboveALimitIsNotSent() {
    assertThat(lab.rows("SELECT name FROM (SELECT * FROM things LIMIT 2) WHERE color = 'RED'"))
        .containsExactly("anvil");
    assertThat(lab.calls()).hasSize(1).noneMatch(call -> call.contains("filter="));
  }

  @Test
  void aGetIsAskedForItsRowAlone() {
    lab.with("projects/a/things/cup", "{'name': 'cup', 'color': 'RED'}");
    assertThat(lab.rows("SELECT name FROM things WHERE name = 'cup' AND color = 'RED'"))
        .containsExactly("cup");
    assertThat(lab.calls()).containsExactly("projects/a/things/cup?fields=name,color");
  }

  @Test
  void scansThatAskForDifferentRowsAreDifferent() {
    assertThat(
            lab.rows(
                "SELECT name FROM things WHERE code = 'c2'"
                    + " UNION ALL SELECT name FROM things WHERE code IN ('c1', 'c2')"))
        .containsExactly("bolt", "cup", "anvil", "bolt", "cup");
    assertThat(lab.calls()).hasSize(2).doesNotHaveDuplicates();
    // What is filtered again needs no call of its own.
    assertThat(
            lab.rows(
                "SELECT name FROM things WHERE size < 5"
                    + " UNION ALL SELECT name FROM things WHERE size < 10"))
        .containsExactly("cup", "anvil", "cup");
    assertThat(lab.calls()).hasSize(1);
  }

  @Test
  void rowsThatAreReadAnywayAreNotAskedForOnceMore() {
    assertThat(
            lab.rows(
                "SELECT COUNT(*), (SELECT COUNT(*) FROM things WHERE color = 'RED')"
                    + " FROM things"))
        .containsExactly("4|2");
    assertThat(lab.calls()).hasSize(1).noneMatch(call -> call.contains("filter="));
    assertThat(
            lab.rows(
                "SELECT x.name FROM things x JOIN things y ON x.name = y.name"
                    + " WHERE x.color = 'RED' AND y.color = 'RED' AND y.size > 5"))
        .containsExactly("anvil");
    assertThat(filters()).isEqualTo("(color = \"RED\")");
    assertThat(
            lab.rows(
                "SELECT COUNT(*), (SELECT COUNT(*) FROM things WHERE code = 'c2') FROM things"))
        .containsExactly("4|2");
    assertThat(lab.calls()).hasSize(2);
  }

  @Test
  void whatMakesTheUrlTooLongIsNotSent() {
    String sizes =
        IntStream.range(1_000, 1_200).mapToObj(String::valueOf).collect(Collectors.joining(", "));
    assertThat(
            lab.rows("SELECT name FROM things WHERE color = 'RED' AND size IN (7, " + sizes + ")"))
        .containsExactly("anvil");
    assertThat(filters()).isEqualTo("(color = \"RED\")");
  }

  @Test
  void explainShowsWhatIsSentAndWhatRemains() {
    assertThat(lab.explain("SELECT name FROM things WHERE color = ? AND size > 5"))
        .isEqualTo(
            """
            Filter color = ?1 AND size > 5; Project name
              lab.store.things list: GET http://lab/v1/projects/a/things\
            ?filter=(size%20%3E%205)%20(color%20%3D%20?1)\
            &fields=things(name,size,color),nextPageToken&pageSize=100; bound: project = 'a' (lab.project); \
            asks for: color = ?1 (rechecked) AND size > 5 (rechecked)""");
  }

  @Test
  void explainDoesNotShowWhatIsNotSent() {
    assertThat(lab.explain("SELECT name FROM things WHERE color = 'BLUE'"))
        .contains("Filter color = 'BLUE'")
        .doesNotContain("asks for");
    assertThat(lab.explain("SELECT name FROM things WHERE color = 'RED' AND size > 5.5"))
        .endsWith("; asks for: color = 'RED' (rechecked)");
  }

  private String filters() {
    return lab.calls().stream()
        .map(call -> call.replaceFirst("^[^?]*\\?filter=([^&]*)&.*$", "$1"))
        .map(filter -> URLDecoder.decode(filter, StandardCharsets.UTF_8))
        .collect(Collectors.joining("\n"));
  }
}
