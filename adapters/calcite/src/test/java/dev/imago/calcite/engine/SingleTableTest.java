package dev.imago.calcite.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imago.calcite.lab.Lab;
import dev.imago.calcite.statement.Plan;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one table answers, and the calls that it takes. */
final class SingleTableTest {
  private static final String A_THINGS =
      """
      {'things': [
        {'name': 'anvil', 'number': '18446744073709551615', 'size': '7',
         'created': '2026-01-02T03:04:05.678+01:00', 'color': 'RED',
         'labels': {'env': 'prod'}, 'tags': ['x', 'y'],
         'steps': [{'what': 'cut', 'at': '2026-01-01'}, {'what': 'bend', 'done': {}}],
         'origin': {'place': 'north', 'batch': 3}},
        {'name': 'bolt', 'size': '3'}
      ]}
      """;
  private static final String B_THINGS = "{'things': [{'name': 'cog', 'size': '9'}]}";

  private Lab lab;

  @BeforeEach
  void start() throws IOException {
    lab =
        new Lab(Map.of())
            .with("projects/a/things", A_THINGS)
            .with("projects/b/things", B_THINGS)
            .with("projects/a/things/bolt", "{'name': 'bolt', 'size': '3'}");
  }

  @AfterEach
  void stop() {
    lab.close();
  }

  @Test
  void aConstantBinds() {
    assertThat(lab.rows("SELECT name, size FROM things WHERE project = 'a'"))
        .containsExactly("anvil|7", "bolt|3");
    assertThat(lab.calls())
        .containsExactly("projects/a/things?fields=things(name,size),nextPageToken&pageSize=100");
  }

  @Test
  void everyValueOfAListIsACall() {
    assertThat(lab.rows("SELECT project, name FROM things WHERE project IN ('b', 'a')"))
        .containsExactlyInAnyOrder("a|anvil", "a|bolt", "b|cog");
    assertThat(lab.calls()).hasSize(2);
  }

  @Test
  void parametersAndFunctionsBind() {
    assertThat(lab.rows("SELECT name FROM things WHERE project = ?", "b")).containsExactly("cog");
    assertThat(lab.rows("SELECT name FROM things WHERE project IN (?, ?)", "b", "b"))
        .containsExactly("cog");
    assertThat(lab.calls()).hasSize(1);
    assertThat(lab.rows("SELECT name FROM things WHERE project = LOWER('B')"))
        .containsExactly("cog");
  }

  @Test
  void nothingEqualsNull() {
    Plan plan = lab.prepare("SELECT name FROM things WHERE project = ?");
    assertThat(lab.rows(plan, (Object) null)).isEmpty();
    assertThat(lab.calls()).isEmpty();
  }

  @Test
  void alternativesOfSeveralColumnsBind() {
    assertThat(
            lab.rows(
                "SELECT name FROM things WHERE (project = 'a' AND size > 5)"
                    + " OR (project = 'b' AND size > 10)"))
        .containsExactly("anvil");
    assertThat(lab.calls()).hasSize(2);
  }

  @Test
  void overlappingAlternativesGiveEachRowOnce() {
    assertThat(
            lab.rows(
                "SELECT name FROM things WHERE project = ? OR (project = ? AND name = ?)",
                "a",
                "a",
                "bolt"))
        .containsExactly("anvil", "bolt");
  }

  @Test
  void aFullKeyIsAGet() {
    assertThat(lab.rows("SELECT size FROM things WHERE project = 'a' AND name = 'bolt'"))
        .containsExactly("3");
    assertThat(lab.calls()).containsExactly("projects/a/things/bolt?fields=name,size");
  }

  @Test
  void whatDoesNotExistIsNoRow() {
    assertThat(lab.rows("SELECT size FROM things WHERE project = 'a' AND name = 'nut'")).isEmpty();
  }

  @Test
  void aGetThatAnswersAnotherNameIsNoRow() {
    lab.with("projects/a/things/17", "{'name': 'bolt', 'size': '3'}");
    assertThat(lab.rows("SELECT size FROM things WHERE project = 'a' AND name = '17'")).isEmpty();
  }

  @Test
  void contradictionsMakeNoCall() {
    assertThat(lab.rows("SELECT name FROM things WHERE project = 'a' AND project = 'b'")).isEmpty();
    assertThat(lab.rows("SELECT name FROM things WHERE project = 'a' AND 1 = 2")).isEmpty();
    assertThat(lab.calls()).isEmpty();
  }

  @Test
  void aResourceNameBindsItsSegments() {
    lab.with(
        "projects/a/zones/z/parts/p1",
        "{'path': 'projects/a/zones/z/parts/p1', 'zone': 'https://h/zones/z', 'weight': 1.5}");
    assertThat(
            lab.rows(
                "SELECT project, zone, part, weight FROM parts"
                    + " WHERE path = 'projects/a/zones/z/parts/p1'"))
        .containsExactly("a|z|p1|1.5");
    assertThat(lab.rows("SELECT part FROM parts WHERE path = 'elsewhere/x'")).isEmpty();
  }

  @Test
  void aWiderReadServesAMissingParameter() {
    lab.with(
        "projects/a/aggregated/parts",
        "{'items': {'zones/z1': {'parts': [{'path': 'projects/a/zones/z1/parts/p1'}]},"
            + " 'regions/r': {'parts': [{'path': 'projects/a/regions/r/parts/p2'}]}}}");
    assertThat(lab.rows("SELECT zone, part FROM parts WHERE project = 'a'"))
        .containsExactly("z1|p1");
  }

  @Test
  void aMissingParameterIsAnErrorThatSaysWhatToDo() throws IOException {
    try (Lab strict = new Lab(Map.of("enumerate", "false"))) {
      assertThatThrownBy(
              () -> strict.rows("SELECT part FROM parts WHERE project = 'a' AND weight > 1"))
          .isInstanceOfSatisfying(
              ImagoException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.PARAMETER_NOT_BOUND))
          .hasMessage(
              "table lab.store.parts needs zone; the query binds project = 'a';"
                  + " add zone = '...' (or IN) to the query, or set enumerate=true");
    }
  }

  @Test
  void defaultsStandIn() throws IOException {
    try (Lab withDefaults = new Lab(Map.of("lab.project", "a,b"))) {
      withDefaults.with("projects/a/things", A_THINGS).with("projects/b/things", B_THINGS);
      assertThat(withDefaults.rows("SELECT project, COUNT(*) FROM things GROUP BY project"))
          .containsExactlyInAnyOrder("a|2", "b|1");
      assertThat(withDefaults.rows("SELECT name FROM things WHERE project = 'b'"))
          .containsExactly("cog");
    }
  }

  @Test
  void nestedValuesAreTyped() {
    assertThat(
            lab.rows(
                "SELECT number, created, labels['env'], tags[2], t.origin.place, t.origin.batch"
                    + " FROM things t WHERE project = 'a'"))
        .containsExactly(
            "18446744073709551615|1767319445678|prod|y|north|3", "null|null|null|null|null|null");
  }

  @Test
  void unqualifiedFieldsOfARow() {
    assertThat(lab.rows("SELECT origin.place FROM things WHERE project = 'a'"))
        .containsExactly("north", "null");
  }

  @Test
  void unnestGivesTheElementsAsRows() {
    assertThat(
            lab.rows(
                "SELECT name, s.what, s.done FROM things t, UNNEST(t.steps) AS s"
                    + " WHERE project = 'a'"))
        .containsExactly("anvil|cut|null", "anvil|bend|true");
  }

  @Test
  void countingAsksForOneField() {
    assertThat(lab.rows("SELECT COUNT(*) FROM things WHERE project = 'a'")).containsExactly("2");
    assertThat(lab.calls())
        .containsExactly("projects/a/things?fields=things(name),nextPageToken&pageSize=100");
    assertThat(lab.rows("SELECT 1 FROM things WHERE project = 'a'")).containsExactly("1", "1");
    assertThat(lab.rows("SELECT project FROM things WHERE project = 'a'"))
        .containsExactly("a", "a");
  }

  @Test
  void orderAndLimitGoIntoTheCall() {
    assertThat(lab.rows("SELECT name FROM things WHERE project = 'a' ORDER BY name LIMIT 1"))
        .containsExactly("anvil");
    assertThat(lab.calls())
        .containsExactly(
            "projects/a/things?fields=things(name),nextPageToken&orderBy=name&pageSize=1");
  }

  @Test
  void limitDoesNotPassAFilter() {
    assertThat(lab.rows("SELECT name FROM things WHERE project = 'a' AND size < 5 LIMIT 1"))
        .containsExactly("bolt");
    assertThat(lab.calls()).hasSize(1).allMatch(call -> call.endsWith("&pageSize=100"));
  }

  @Test
  void longListsAreQuickToPlan() {
    String values =
        IntStream.range(0, 5_000).mapToObj(i -> "'p" + i + "'").collect(Collectors.joining(", "));
    Plan plan = lab.prepare("SELECT name FROM things WHERE project IN (" + values + ")");
    assertThat(plan.columns()).hasSize(1);
    assertThat(
            lab.rows(
                "SELECT name FROM things WHERE project = 'a' AND name <> '' AND color IS NULL"
                    + " AND size IN ("
                    + IntStream.range(0, 1_000)
                        .mapToObj(String::valueOf)
                        .collect(Collectors.joining(", "))
                    + ")"))
        .containsExactly("bolt");
  }

  @Test
  void textIsNeverPadded() {
    assertThat(lab.rows("VALUES ('debian-cloud'), ('cos-cloud')"))
        .containsExactly("debian-cloud", "cos-cloud");
    assertThat(lab.rows("SELECT MAP['a', 1, 'bb', 2]['a']")).containsExactly("1");
    assertThat(lab.rows("SELECT CASE WHEN 1 = 1 THEN 'a' ELSE 'bbb' END || '.'"))
        .containsExactly("a.");
    assertThat(lab.rows("SELECT COALESCE(NULLIF('a', 'a'), 'bb') || '.'")).containsExactly("bb.");
    assertThat(lab.rows("SELECT 'a' AS c UNION ALL SELECT 'bbb'")).containsExactly("a", "bbb");
    assertThat(lab.rows("SELECT ARRAY['a', 'bbb'][1] || '.'")).containsExactly("a.");
  }

  @Test
  void timeIsUtc() {
    assertThat(lab.rows("SELECT CURRENT_TIMESTAMP, LOCALTIMESTAMP, CURRENT_DATE"))
        .containsExactly("1781524800000|1781524800000|20619");
    assertThat(
            lab.rows(
                "SELECT TIMESTAMPDIFF(DAY, created, CURRENT_TIMESTAMP) FROM things"
                    + " WHERE project = 'a' AND created IS NOT NULL"))
        .containsExactly("164");
  }

  @Test
  void mistypedNamesAreNamed() {
    assertThatThrownBy(() -> lab.rows("SELECT nope FROM things WHERE project = 'a'"))
        .isInstanceOfSatisfying(
            ImagoException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.COLUMN_NOT_FOUND));
    assertThatThrownBy(() -> lab.rows("SELECT 1 FROM nothing"))
        .isInstanceOfSatisfying(
            ImagoException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TABLE_NOT_FOUND));
    assertThatThrownBy(() -> lab.rows("SELEC 1"))
        .isInstanceOfSatisfying(
            ImagoException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SYNTAX));
  }

  @Test
  void systemTablesAnswerWithoutACall() {
    assertThat(
            lab.rows(
                "SELECT table_name, kind, configured FROM imago.system.tables"
                    + " WHERE provider = 'lab' ORDER BY 1"))
        .containsExactly(
            "events|TABLE|true",
            "parts|TABLE|true",
            "projects|TABLE|true",
            "runs|TABLE|true",
            "things|TABLE|true",
            "tools|TABLE|true");
    assertThat(
            lab.rows(
                "SELECT column_name, pushed FROM imago.system.columns"
                    + " WHERE table_name = 'things' AND pushed IS NOT NULL"))
        .containsExactly(
            "project|exact",
            "name|exact",
            "size|superset",
            "color|superset",
            "fragile|superset",
            "code|exact");
    assertThat(
            lab.rows(
                "SELECT parameter_name, ordinal, default_from, enumerated_from"
                    + " FROM imago.system.parameters"
                    + " WHERE table_name = 'things' AND method = 'list'"))
        .containsExactly("project|1|lab.project|lab.store.projects");
    assertThat(lab.calls()).isEmpty();
  }
}
