package dev.imago.calcite.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imago.calcite.lab.Lab;
import dev.imago.calcite.statement.Plan;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rest of SQL over bound tables: the answers are right, and no call is made twice over. */
final class WholeSqlTest {
  private Lab lab;

  @BeforeEach
  void start() throws IOException {
    lab =
        new Lab(Map.of("lab.project", "a,b"))
            .with(
                "projects/a/things",
                "{'things': [{'name': 'anvil', 'size': '7', 'color': 'RED', 'tags': ['x', 'y'],"
                    + " 'labels': {'env': 'prod', 'owner': 'me'}},"
                    + " {'name': 'bolt', 'size': '3', 'color': 'GREEN'},"
                    + " {'name': 'cog', 'size': '4', 'color': 'RED', 'tags': []}]}")
            .with("projects/b/things", "{'things': [{'name': 'bolt', 'size': '9'}]}")
            .with("projects", "{'projects': [{'id': 'a', 'title': 'A'}, {'id': 'b'}]}");
  }

  @AfterEach
  void stop() {
    lab.close();
  }

  @Test
  void aggregates() {
    assertThat(
            lab.rows(
                "SELECT project, SUM(size), AVG(size), COUNT(DISTINCT color),"
                    + " MAX(name) FILTER (WHERE color = 'RED')"
                    + " FROM things GROUP BY project ORDER BY 1"))
        .containsExactly("a|14|4.666666666666667|2|cog", "b|9|9.0|0|null");
  }

  @Test
  void totalsOfARollupHaveNull() {
    assertThat(
            lab.rows(
                "SELECT project, COUNT(*), COUNT(DISTINCT color) FROM things"
                    + " GROUP BY ROLLUP(project) ORDER BY 1 NULLS LAST"))
        .containsExactly("a|3|2", "b|1|0", "null|4|2");
  }

  @Test
  void theGrandTotalOfNoRowsIsARow() {
    String totals = "SELECT project, COUNT(*), SUM(size), GROUPING(project) FROM things WHERE ";
    assertThat(lab.rows(totals + "size > 100 GROUP BY ROLLUP(project)"))
        .containsExactly("null|0|null|1");
    assertThat(lab.rows(totals + "FALSE GROUP BY CUBE(project, name)"))
        .containsExactly("null|0|null|1");
    assertThat(lab.rows("SELECT COUNT(*) FROM things WHERE FALSE GROUP BY project")).isEmpty();
  }

  @Test
  void aColumnThatIsNotGroupedByIsAnError() {
    assertThatThrownBy(() -> lab.rows("SELECT name, COUNT(*) FROM things GROUP BY project"))
        .isInstanceOfSatisfying(
            ImagoException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_STATEMENT))
        .hasMessageContaining("'name' is not being grouped");
  }

  @Test
  void valuesOfTwoScansThatAreChosenByCase() {
    String lower = "LOWER(CAST(? AS VARCHAR))";
    assertThat(
            lab.rows(
                "SELECT s.name, t.size FROM things s JOIN things t ON s.name = t.name"
                    + " WHERE s.project = %s || %s".formatted(lower, lower)
                    + " AND t.project = '' || CASE WHEN CAST(? AS VARCHAR) = 'x' THEN %s ELSE %s END"
                        .formatted(lower, lower),
                "A",
                "",
                "y",
                "A",
                "B"))
        .containsExactly("bolt|9");
    assertThat(lab.calls()).hasSize(2);
  }

  @Test
  void joins() {
    assertThat(
            lab.rows(
                "SELECT p.title, t.name FROM projects p JOIN things t ON t.project = p.project"
                    + " WHERE t.size > 6 ORDER BY 2"))
        .containsExactly("A|anvil", "null|bolt");
    assertThat(
            lab.rows(
                "SELECT x.name, y.project FROM things x LEFT JOIN things y"
                    + " ON x.name = y.name AND y.project = 'b' WHERE x.project = 'a'"))
        .containsExactlyInAnyOrder("anvil|null", "bolt|b", "cog|null");
  }

  @Test
  void theRightSideOfANestedLoopIsReadOnce() {
    assertThat(lab.rows("SELECT COUNT(*) FROM things x, things y WHERE x.size < y.size"))
        .containsExactly("6");
    assertThat(lab.calls()).hasSize(2);
  }

  @Test
  void subQueries() {
    assertThat(
            lab.rows(
                "SELECT name FROM things x WHERE project = 'a' AND EXISTS"
                    + " (SELECT 1 FROM things y WHERE y.name = x.name AND y.project = 'b')"))
        .containsExactly("bolt");
    assertThat(
            lab.rows(
                "SELECT name FROM things WHERE project = 'a' AND name NOT IN"
                    + " (SELECT name FROM things WHERE project = 'b') ORDER BY 1"))
        .containsExactly("anvil", "cog");
    assertThat(
            lab.rows(
                "SELECT title, (SELECT COUNT(*) FROM things t WHERE t.project = p.project)"
                    + " FROM projects p"))
        .containsExactly("A|3", "null|1");
    assertThat(lab.rows("SELECT name FROM things WHERE size = (SELECT MAX(size) FROM things)"))
        .containsExactly("bolt");
  }

  @Test
  void aSubQueryOfARowOfAQueryInFrom() {
    assertThat(
            lab.rows(
                "SELECT upper(name), (SELECT COUNT(*) FROM projects p WHERE p.project = t.owner)"
                    + " FROM (SELECT size, name, color, project AS owner FROM things) AS t"
                    + " WHERE size > 3 ORDER BY 1"))
        .containsExactly("ANVIL|1", "BOLT|1", "COG|1");
  }

  @Test
  void setOperations() {
    assertThat(
            lab.rows(
                "SELECT name FROM things WHERE project = 'a'"
                    + " EXCEPT SELECT name FROM things WHERE project = 'b' ORDER BY 1"))
        .containsExactly("anvil", "cog");
    assertThat(
            lab.rows(
                "SELECT name FROM things WHERE project = 'a'"
                    + " INTERSECT SELECT name FROM things WHERE project = 'b'"))
        .containsExactly("bolt");
  }

  @Test
  void windows() {
    assertThat(
            lab.rows(
                "SELECT name, RANK() OVER (PARTITION BY project ORDER BY size DESC) FROM things"
                    + " WHERE project = 'a' ORDER BY 2"))
        .containsExactly("anvil|1", "cog|2", "bolt|3");
    assertThat(
            lab.rows(
                "SELECT project, name FROM things"
                    + " QUALIFY ROW_NUMBER() OVER (PARTITION BY project ORDER BY name) = 1"
                    + " ORDER BY 1"))
        .containsExactly("a|anvil", "b|bolt");
  }

  @Test
  void aFilterOnThePartitionBinds() {
    assertThat(
            lab.rows(
                "SELECT name FROM (SELECT project, name, ROW_NUMBER() OVER"
                    + " (PARTITION BY project ORDER BY size) AS n FROM things)"
                    + " WHERE project = 'a' AND n = 1"))
        .containsExactly("bolt");
    assertThat(lab.calls()).hasSize(1);
  }

  @Test
  void aLimitAsksForNoRowTooMany() {
    assertThat(lab.rows("SELECT name FROM things WHERE size > 0 LIMIT 3")).hasSize(3);
    assertThat(lab.calls()).hasSize(1);
    assertThat(lab.rows("SELECT name FROM things WHERE size > 0 LIMIT ? OFFSET ?", 1, 1))
        .containsExactly("bolt");
    assertThat(lab.rows("SELECT name FROM things WHERE size > 0 OFFSET 3")).hasSize(1);
  }

  @Test
  void unnest() {
    assertThat(lab.rows("SELECT name, tag FROM things t, UNNEST(t.tags) AS u(tag) WHERE size = 7"))
        .containsExactly("anvil|x", "anvil|y");
    assertThat(
            lab.rows(
                "SELECT name, tag FROM things t LEFT JOIN UNNEST(t.tags) AS u(tag) ON TRUE"
                    + " WHERE project = 'a'"))
        .containsExactly("anvil|x", "anvil|y", "bolt|null", "cog|null");
    assertThat(
            lab.rows(
                "SELECT k, v, n FROM things t, UNNEST(t.labels) WITH ORDINALITY AS u(k, v, n)"
                    + " WHERE project = 'a'"))
        .containsExactly("env|prod|1", "owner|me|2");
    assertThat(lab.rows("SELECT * FROM UNNEST(ARRAY[ROW(1, 'a'), ROW(2, 'b')]) AS u(n, t)"))
        .containsExactly("1|a", "2|b");
  }

  @Test
  void longListsOfAnyColumn() {
    StringBuilder sizes = new StringBuilder("-1");
    StringBuilder names = new StringBuilder("'bolt'");
    for (int i = 0; i < 500; i++) {
      sizes.append(", ").append(i * 2);
      names.append(", 'no").append(i).append("'");
    }
    assertThat(lab.rows("SELECT name FROM things WHERE size IN (" + sizes + ")"))
        .containsExactly("cog");
    assertThat(lab.rows("SELECT name FROM things WHERE name NOT IN (" + names + ") ORDER BY 1"))
        .containsExactly("anvil", "cog");
    assertThat(lab.rows("SELECT COUNT(*) FROM things WHERE color IN ('RED', " + names + ")"))
        .containsExactly("2");
  }

  @Test
  void whatCannotBeComputedIsAnError() {
    assertThatThrownBy(() -> lab.rows("SELECT size / (size - 3) FROM things WHERE project = 'a'"))
        .isInstanceOfSatisfying(
            ImagoException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DIVISION_BY_ZERO));
    assertThatThrownBy(() -> lab.rows("SELECT 1 / 0"))
        .isInstanceOfSatisfying(
            ImagoException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DIVISION_BY_ZERO));
  }

  @Test
  void aFailedCallFailsTheStatement() {
    assertThatThrownBy(() -> lab.rows("SELECT name FROM things WHERE project IN ('a', 'z')"))
        .isInstanceOfSatisfying(
            ImagoException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PARENT_ABSENT))
        .hasMessageContaining("projects/z/things");
  }

  @Test
  void aRunIsOneReadingOfTheClock() {
    assertThat(
            lab.rows(
                "SELECT COUNT(*) FROM things"
                    + " WHERE CURRENT_TIMESTAMP = TIMESTAMP '2026-06-15 12:00:00'"))
        .containsExactly("4");
  }

  @Test
  void parametersInListsOfRowsAndInPatterns() {
    assertThat(
            lab.rows(
                lab.prepare("SELECT name FROM things WHERE (project, size) IN ((?, ?), ('b', ?))"),
                "a",
                4L,
                9L))
        .containsExactlyInAnyOrder("cog", "bolt");
    assertThat(
            lab.rows(
                lab.prepare(
                    "SELECT name FROM things WHERE project = 'a'"
                        + " AND (project, name) NOT IN ((?, 'cog'), ('a', 'bolt'))"),
                "a"))
        .containsExactly("anvil");
    assertThat(
            lab.rows(
                lab.prepare(
                    "SELECT CASE WHEN name NOT LIKE ? THEN 'other' ELSE 'b' END FROM things"
                        + " WHERE project = 'b'"),
                "b%"))
        .containsExactly("b");
    assertThat(
            lab.rows(
                lab.prepare(
                    "SELECT CASE WHEN size = 1 THEN 'one' ELSE"
                        + " CASE WHEN size = ? THEN 'this' ELSE 'more' END END FROM things"
                        + " WHERE project = 'b'"),
                9L))
        .containsExactly("this");
    assertThat(
            lab.rows(
                lab.prepare(
                    "SELECT name FROM things WHERE project = 'b'"
                        + " AND CASE WHEN size > ? THEN size ELSE 0 END >= size"),
                5L))
        .containsExactly("bolt");
  }

  @Test
  void onePlanRunsManyTimes() {
    Plan plan = lab.prepare("SELECT name FROM things WHERE project = ? AND size > ?");
    assertThat(lab.rows(plan, "a", 5L)).containsExactly("anvil");
    assertThat(lab.rows(plan, "b", 5L)).containsExactly("bolt");
    assertThat(lab.rows(plan, "b", 50L)).isEmpty();
  }
}
