package dev.imago.calcite.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imago.calcite.lab.Lab;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Parameters that other tables' rows give, in every kind of join and sub-query. */
final class JoinBindingTest {
  private Lab lab;

  @BeforeEach
  void start() throws IOException {
    lab = filled(new Lab(Map.of("enumerate", "false")));
  }

  private static Lab filled(Lab lab) {
    return lab.with(
            "projects",
            "{'projects': [{'id': 'a', 'title': 'A'}, {'id': 'b', 'title': 'B'},"
                + " {'id': 'c', 'title': 'C'}]}")
        .with(
            "projects/a/things",
            "{'things': [{'name': 'anvil', 'size': '7'}, {'name': 'bolt', 'size': '3'}]}")
        .with("projects/b/things", "{'things': [{'name': 'bolt', 'size': '9'}]}")
        .with("projects/c/things", "{'things': []}");
  }

  @AfterEach
  void stop() {
    lab.close();
  }

  @Test
  void innerJoinInEitherOrder() {
    assertThat(
            lab.rows(
                "SELECT p.title, t.name FROM projects p JOIN things t ON t.project = p.project"))
        .containsExactly("A|anvil", "A|bolt", "B|bolt");
    assertThat(lab.calls()).hasSize(4);
    assertThat(
            lab.rows(
                "SELECT p.title, t.name FROM things t JOIN projects p ON t.project = p.project"))
        .containsExactly("A|anvil", "A|bolt", "B|bolt");
    assertThat(lab.calls()).hasSize(4);
    assertThat(lab.rows("SELECT title, name FROM things t, projects p WHERE t.project = p.project"))
        .hasSize(3);
    assertThat(lab.calls()).hasSize(4);
  }

  @Test
  void theFilterOnTheDriverSavesCalls() {
    assertThat(
            lab.rows(
                "SELECT t.name FROM projects p JOIN things t ON t.project = p.project"
                    + " WHERE p.title = 'B'"))
        .containsExactly("bolt");
    assertThat(lab.calls()).hasSize(2);
  }

  @Test
  void aConstantOnOneSideBindsTheOther() {
    lab.with("projects/a", "{'id': 'a', 'title': 'A'}");
    assertThat(
            lab.rows(
                "SELECT p.title, t.name FROM projects p JOIN things t ON t.project = p.project"
                    + " WHERE p.project = ?",
                "a"))
        .containsExactly("A|anvil", "A|bolt");
    assertThat(lab.calls()).hasSize(2);
  }

  @Test
  void aFullNameThatARowGivesBindsAllThatItHolds() {
    lab.with("projects/b/zones/z/parts/bolt", "{'path': 'projects/b/zones/z/parts/bolt'}");
    assertThat(
            lab.rows(
                "SELECT t.name, r.zone, r.part FROM things t"
                    + " JOIN parts r ON r.path = 'projects/b/zones/z/parts/' || t.name"
                    + " WHERE t.project = 'b'"))
        .containsExactly("bolt|z|bolt");
    assertThat(lab.calls()).hasSize(2);
  }

  @Test
  void fewRowsSaveTheListsOfATableThatNeedsNoRow() {
    for (String tables :
        List.of("things t, (VALUES ('b')) AS v(k)", "(VALUES ('b')) AS v(k), things t")) {
      assertThat(
              lab.rows(
                  "SELECT t.project, t.name FROM "
                      + tables
                      + " WHERE t.project = v.k AND t.project IN ('a', 'b', 'c')"))
          .containsExactly("b|bolt");
      assertThat(lab.calls()).hasSize(1);
    }
    assertThat(
            lab.rows(
                "SELECT v.k, t.name FROM (VALUES ('b'), ('d')) AS v(k)"
                    + " LEFT JOIN things t ON t.project = v.k AND t.project IN ('a', 'b', 'c')"))
        .containsExactly("b|bolt", "d|null");
    assertThat(lab.calls()).hasSize(1);
  }

  @Test
  void moreRowsThanListsSaveNothing() {
    assertThat(
            lab.rows(
                "SELECT v.k, t.name FROM things t, (VALUES ('b'), ('b'), ('d'), ('e')) AS v(k)"
                    + " WHERE t.project = v.k AND t.project IN ('a', 'b', 'c')"))
        .containsExactly("b|bolt", "b|bolt");
    assertThat(lab.calls()).hasSize(3);
  }

  @Test
  void leftAndRightJoinsKeepTheirRows() {
    assertThat(
            lab.rows(
                "SELECT p.title, t.name FROM projects p"
                    + " LEFT JOIN things t ON t.project = p.project AND t.size > 5"))
        .containsExactly("A|anvil", "B|bolt", "C|null");
    assertThat(lab.calls()).hasSize(4);
    assertThat(
            lab.rows(
                "SELECT p.title, t.name FROM things t"
                    + " RIGHT JOIN projects p ON t.project = p.project AND t.size > 5"))
        .containsExactly("A|anvil", "B|bolt", "C|null");
  }

  @Test
  void aRowThatWantsNoPartnerMakesNoCall() {
    assertThat(
            lab.rows(
                "SELECT p.title, t.name FROM projects p"
                    + " LEFT JOIN things t ON t.project = p.project AND p.title <> 'A'"))
        .containsExactly("A|null", "B|bolt", "C|null");
    assertThat(lab.calls()).hasSize(3);
    assertThat(
            lab.rows(
                "SELECT p.title, t.name FROM things t"
                    + " RIGHT JOIN projects p ON t.project = p.project AND p.title = 'B'"))
        .containsExactly("A|null", "B|bolt", "C|null");
    assertThat(lab.calls()).hasSize(2);
    assertThat(
            lab.rows(
                "SELECT title FROM projects p WHERE NOT EXISTS"
                    + " (SELECT 1 FROM things t WHERE t.project = p.project AND p.title = 'B')"))
        .containsExactlyInAnyOrder("A", "C");
  }

  @Test
  void semiAndAntiJoins() {
    assertThat(
            lab.rows(
                "SELECT title FROM projects p WHERE EXISTS"
                    + " (SELECT 1 FROM things t WHERE t.project = p.project)"))
        .containsExactlyInAnyOrder("A", "B");
    assertThat(
            lab.rows(
                "SELECT title FROM projects p WHERE NOT EXISTS"
                    + " (SELECT 1 FROM things t WHERE t.project = p.project)"))
        .containsExactly("C");
    assertThat(lab.rows("SELECT name FROM things WHERE project IN (SELECT project FROM projects)"))
        .containsExactlyInAnyOrder("anvil", "bolt", "bolt");
    assertThat(
            lab.rows(
                "SELECT title FROM projects WHERE project NOT IN (SELECT project FROM things)"))
        .containsExactly("C");
    assertThat(lab.rows("SELECT project FROM projects EXCEPT SELECT project FROM things"))
        .containsExactly("c");
  }

  @Test
  void correlatedSubQueries() {
    assertThat(
            lab.rows(
                "SELECT title, (SELECT COUNT(*) FROM things t WHERE t.project = p.project)"
                    + " FROM projects p"))
        .containsExactlyInAnyOrder("A|2", "B|1", "C|0");
    assertThat(
            lab.rows(
                "SELECT title, (SELECT MAX(size) FROM things t WHERE t.project = p.project)"
                    + " FROM projects p"))
        .containsExactlyInAnyOrder("A|7", "B|9", "C|null");
    assertThat(
            lab.rows(
                "SELECT title, x.name FROM projects p, LATERAL"
                    + " (SELECT name FROM things t WHERE t.project = p.project"
                    + " ORDER BY size LIMIT 1) x"))
        .containsExactlyInAnyOrder("A|bolt", "B|bolt");
  }

  @Test
  void aSubQueryThatStaysCorrelatedReadsTheRightColumns() {
    lab.with("projects/b/zones/z/parts/bolt", "{'path': 'projects/b/zones/z/parts/bolt'}")
        .with(
            "projects/b/zones/z/parts",
            "{'parts': [{'path': 'projects/b/zones/z/parts/bolt', 'weight': 9.0}]}");
    String empty = "(SELECT COUNT(*) FROM projects p WHERE p.title = t.name AND 1 = 0)";
    assertThat(
            lab.rows(
                "SELECT t.size, (SELECT COUNT(*) FROM parts r"
                    + " WHERE r.path = 'projects/b/zones/z/parts/' || t.name), "
                    + empty
                    + " FROM things t WHERE t.project = 'b'"))
        .containsExactly("9|1|0");
    assertThat(
            lab.rows(
                "SELECT t.size, "
                    + empty
                    + " FROM things t WHERE t.project = 'b' AND t.name NOT IN (SELECT r.part"
                    + " FROM parts r WHERE r.project = t.project AND r.zone = 'z' AND t.size > ?)",
                7L))
        .isEmpty();
  }

  @Test
  void aggregatedSubQueries() {
    assertThat(
            lab.rows(
                "SELECT title, x.n FROM projects p LEFT JOIN"
                    + " (SELECT project, COUNT(*) AS n FROM things GROUP BY project) x"
                    + " ON x.project = p.project"))
        .containsExactlyInAnyOrder("A|2", "B|1", "C|null");
    assertThat(lab.calls()).hasSize(4);
  }

  @Test
  void windowsBindByTheirPartition() {
    assertThat(
            lab.rows(
                "SELECT p.title, x.name FROM projects p JOIN (SELECT project, name, ROW_NUMBER()"
                    + " OVER (PARTITION BY project ORDER BY size) AS n FROM things) x"
                    + " ON x.project = p.project AND x.n = 1"))
        .containsExactlyInAnyOrder("A|bolt", "B|bolt");
    assertThat(lab.calls()).hasSize(4);
  }

  @Test
  void valuesAndExpressionsDrive() {
    assertThat(
            lab.rows(
                "SELECT t.name FROM (VALUES ('a'), ('b'), ('a')) AS v(p)"
                    + " JOIN things t ON t.project = v.p"))
        .containsExactly("anvil", "bolt", "bolt", "anvil", "bolt");
    assertThat(lab.calls()).hasSize(2);
    assertThat(
            lab.rows("SELECT t.name FROM projects p JOIN things t ON t.project = LOWER(p.title)"))
        .containsExactly("anvil", "bolt", "bolt");
  }

  @Test
  void aNullKeyMakesNoCall() {
    assertThat(
            lab.rows(
                "SELECT v.p, t.name FROM (VALUES ('b'), (CAST(NULL AS VARCHAR))) AS v(p)"
                    + " LEFT JOIN things t ON t.project = v.p"))
        .containsExactly("b|bolt", "null|null");
    assertThat(lab.calls()).hasSize(1);
  }

  @Test
  void nullSafeEqualityBinds() {
    assertThat(
            lab.rows(
                "SELECT t.name FROM projects p JOIN things t"
                    + " ON t.project IS NOT DISTINCT FROM p.project"))
        .hasSize(3);
  }

  @Test
  void oneCallServesAllThatReadTheSame() {
    assertThat(
            lab.rows(
                "SELECT x.name, y.size FROM things x JOIN things y ON x.size < y.size"
                    + " AND x.project = y.project WHERE x.project = 'a' AND y.project = 'a'"))
        .containsExactly("bolt|7");
    assertThat(lab.calls())
        .containsExactly("projects/a/things?fields=things(name,size),nextPageToken&pageSize=100");
    assertThat(
            lab.rows(
                "WITH t AS (SELECT * FROM things WHERE project = 'a')"
                    + " SELECT name FROM t WHERE size = (SELECT MAX(size) FROM t)"))
        .containsExactly("anvil");
    assertThat(lab.calls()).hasSize(1);
    assertThat(
            lab.rows(
                "SELECT title, (SELECT COUNT(*) FROM things t WHERE t.project = p.project)"
                    + " FROM projects p"))
        .hasSize(3);
    assertThat(lab.calls()).hasSize(4);
    assertThat(
            lab.rows(
                "SELECT p.title, (SELECT COUNT(*) FROM things t"
                    + " WHERE t.project = 'a' AND t.name < p.title) FROM projects p"))
        .hasSize(3);
    assertThat(lab.calls()).hasSize(2);
  }

  @Test
  void whatIsTooLargeToShareIsReadAgain() throws IOException {
    try (Lab small = filled(new Lab(Map.of("shareBytes", "100")))) {
      assertThat(
              small.rows(
                  "SELECT x.name, y.name FROM things x, things y"
                      + " WHERE x.project = 'a' AND y.project = 'a' AND x.size <> y.size"))
          .containsExactlyInAnyOrder("anvil|bolt", "bolt|anvil");
      assertThat(small.calls()).hasSize(2);
    }
  }

  @Test
  void aLimitStopsTheLookups() {
    assertThat(
            lab.rows(
                "SELECT t.name FROM projects p JOIN things t ON t.project = p.project LIMIT 1"))
        .containsExactly("anvil");
    assertThat(lab.calls()).hasSize(2);
  }

  @Test
  void chainsGoThroughEveryLevel() {
    lab.with("projects/a/zones/anvil/parts", "{'parts': [{'path': 'p/parts/x'}]}")
        .with("projects/a/zones/bolt/parts", "{'parts': []}")
        .with("projects/b/zones/bolt/parts", "{'parts': [{'path': 'p/parts/y'}]}");
    assertThat(
            lab.rows(
                "SELECT p.title, t.name, s.part FROM parts s, things t, projects p"
                    + " WHERE s.project = t.project AND s.zone = t.name"
                    + " AND t.project = p.project"))
        .containsExactly("A|anvil|x", "B|bolt|y");
    assertThat(lab.calls()).hasSize(7);
  }

  @Test
  void aKeyOfBothFromDifferentTables() {
    lab.with("projects/a/zones/z/parts", "{'parts': [{'path': 'p/parts/x'}]}")
        .with("projects/b/zones/z/parts", "{'parts': []}");
    assertThat(
            lab.rows(
                "SELECT s.part FROM (VALUES ('a'), ('b')) AS v(p), (VALUES ('z')) AS w(z), parts s"
                    + " WHERE s.project = v.p AND s.zone = w.z"))
        .containsExactly("x");
    assertThat(lab.calls()).hasSize(2);
  }

  private static final String KEYS =
      "(VALUES ('a', 'anvil'), ('b', 'bolt'), ('a', 'bolt'), ('a', 'none')) v(p, n)";

  @Test
  void aFullKeyIsAGetAndSeveralOfOneParentAreAFilteredList() {
    lab.with("projects/b/things/bolt", "{'name': 'bolt', 'size': '9'}");
    assertThat(
            lab.rows(
                "SELECT v.p, v.n, t.size FROM "
                    + KEYS
                    + " LEFT JOIN things t ON t.project = v.p AND t.name = v.n"))
        .containsExactly("a|anvil|7", "b|bolt|9", "a|bolt|3", "a|none|null");
    assertThat(lab.calls())
        .containsExactly(
            "projects/a/things?filter=(name%20%3D%20%22anvil%22)%20OR%20(name%20%3D%20%22bolt%22)"
                + "%20OR%20(name%20%3D%20%22none%22)&fields=things(name,size),nextPageToken"
                + "&pageSize=100",
            "projects/b/things/bolt?fields=name,size");
  }

  @Test
  void keysThatAFilterCannotHoldAreGot() {
    assertThat(
            lab.rows(
                "SELECT v.n, t.size FROM (VALUES ('anvil'), ('b*'), ('bolt')) v(n)"
                    + " LEFT JOIN things t ON t.project = LOWER('A') AND t.name = v.n"))
        .containsExactly("anvil|7", "b*|null", "bolt|3");
    assertThat(lab.calls()).contains("projects/a/things/b%2A?fields=name,size").hasSize(2);
  }

  @Test
  void keysReachAGetThroughProjectionsAndJoins() {
    assertThat(
            lab.rows(
                "SELECT v.p, x.name, x.twice FROM "
                    + KEYS
                    + " LEFT JOIN (SELECT project, name, size * 2 AS twice FROM things"
                    + " WHERE size < 5) x ON x.project = v.p AND x.name = v.n WHERE v.p = 'a'"))
        .containsExactlyInAnyOrder("a|null|null", "a|bolt|6", "a|null|null");
    assertThat(lab.calls()).hasSize(1);
    // An aggregate reads its rows one key at a time: a list of the project answers all keys.
    assertThat(
            lab.rows(
                "SELECT x.name, x.most FROM "
                    + KEYS
                    + " JOIN (SELECT project, name, MAX(size) AS most FROM things"
                    + " GROUP BY project, name) x ON x.project = v.p AND x.name = v.n"))
        .containsExactlyInAnyOrder("anvil|7", "bolt|9", "bolt|3");
    assertThat(lab.calls()).hasSize(2);
    assertThat(
            lab.rows(
                "SELECT p.title, t.size FROM projects p JOIN "
                    + KEYS
                    + " ON v.p = p.project JOIN things t ON t.project = p.project AND t.name = v.n"
                    + " WHERE p.title = 'A'"))
        .containsExactlyInAnyOrder("A|7", "A|3");
    assertThat(lab.calls()).hasSize(2);
  }

  @Test
  void aLimitStopsTheGets() {
    lab.with("projects/a/things/anvil", "{'name': 'anvil', 'size': '7'}");
    assertThat(
            lab.rows(
                "SELECT t.size FROM "
                    + KEYS
                    + " JOIN things t ON t.project = v.p AND t.name = v.n LIMIT 1"))
        .containsExactly("7");
    assertThat(lab.calls()).containsExactly("projects/a/things/anvil?fields=name,size");
  }

  @Test
  void withoutAFilterAListOfTheParentAnswersItsKeys() {
    lab.with(
        "projects/a/zones/z/parts", "{'parts': [{'path': 'p/parts/x'}, {'path': 'p/parts/y'}]}");
    assertThat(
            lab.rows(
                "SELECT r.part FROM (VALUES ('a', 'y'), ('a', 'x'), ('a', 'w')) v(p, n)"
                    + " JOIN parts r ON r.project = v.p AND r.zone = 'z' AND r.part = v.n"))
        .containsExactly("y", "x");
    assertThat(lab.calls()).hasSize(1);
  }

  @Test
  void everyParameterOfAListThatARowHasIsGiven() {
    lab.with("projects/a/zones/y/tools", "{'tools': [{'name': 'saw', 'zone': 'y'}]}")
        .with("projects/b/zones/z/tools", "{'tools': [{'name': 'awl', 'zone': 'z'}]}");
    // The zone y of the project b would be an error.
    assertThat(
            lab.rows(
                "SELECT t.project, t.name FROM (VALUES ('a', 'y'), ('b', 'z'), ('b', 'x')) v(p, z)"
                    + " JOIN tools t ON t.project = v.p AND t.zone = v.z"
                    + " WHERE t.zone IN ('y', 'z')"))
        .containsExactly("a|saw", "b|awl");
    assertThat(lab.calls()).hasSize(2);
    assertThat(
            lab.rows(
                "SELECT v.p, t.name FROM (VALUES ('a', 'y'), ('b', 'z'), ('b', 'x')) v(p, z)"
                    + " LEFT JOIN tools t ON t.project = v.p AND t.zone = v.z"
                    + " AND t.zone IN (?, 'z')",
                "y"))
        .containsExactly("a|saw", "b|awl", "b|null");
    assertThat(lab.calls()).hasSize(2);
  }

  @Test
  void alternativesOfALongListAreToldApartWhenItRuns() {
    lab.with("projects/a/zones/z/tools", "{'tools': [{'name': 'saw', 'zone': 'z'}]}");
    String zones =
        IntStream.range(0, 2000).mapToObj(i -> ", 'z" + i + "'").collect(Collectors.joining());
    assertThat(
            lab.rows(
                "SELECT t.name FROM (VALUES ('a', 'z'), ('a', 'y')) v(p, z)"
                    + " JOIN tools t ON t.project = v.p AND t.zone = v.z"
                    + " WHERE t.zone IN ('z'"
                    + zones
                    + ")"))
        .containsExactly("saw");
    assertThat(lab.calls()).hasSize(1);
  }

  @Test
  void whatAFullJoinCannotBindIsAnError() {
    assertThatThrownBy(
            () ->
                lab.rows(
                    "SELECT p.title, t.name FROM projects p FULL JOIN things t"
                        + " ON t.project = p.project"))
        .isInstanceOfSatisfying(
            ImagoException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.PARAMETER_NOT_BOUND))
        .hasMessageContaining("table lab.store.things needs project")
        .hasMessageContaining("FULL JOIN");
  }

  @Test
  void aLimitBetweenIsNamed() {
    assertThatThrownBy(
            () ->
                lab.rows(
                    "SELECT p.title, t.name FROM projects p JOIN"
                        + " (SELECT * FROM things LIMIT 5) t ON t.project = p.project"))
        .hasMessageContaining("a LIMIT stands between");
  }

  @Test
  void enumerationFillsInFromTheParent() throws IOException {
    try (Lab open = filled(new Lab(Map.of()))) {
      assertThat(open.rows("SELECT project, name FROM things"))
          .containsExactly("a|anvil", "a|bolt", "b|bolt");
      assertThat(open.calls()).hasSize(4);
      assertThat(open.rows("SELECT name FROM things WHERE size > 5"))
          .containsExactly("anvil", "bolt");
      assertThat(
              open.rows(
                  "SELECT p.title, t.name FROM projects p FULL JOIN things t"
                      + " ON t.project = p.project"))
          .containsExactlyInAnyOrder("A|anvil", "A|bolt", "B|bolt", "C|null");
    }
  }

  @Test
  void enumerationKeepsTheAlternativesOfTheQuery() throws IOException {
    try (Lab open = filled(new Lab(Map.of()))) {
      open.with("projects/a/things/bolt", "{'name': 'bolt', 'size': '3'}")
          .with("projects/b/things/bolt", "{'name': 'bolt', 'size': '9'}");
      assertThat(open.rows("SELECT project, size FROM things WHERE name = 'bolt'"))
          .containsExactly("a|3", "b|9");
    }
  }
}
