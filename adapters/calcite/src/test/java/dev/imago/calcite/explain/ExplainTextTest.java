package dev.imago.calcite.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.calcite.lab.Lab;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The text of plans: names instead of positions, SQL instead of algebra, and each call. */
final class ExplainTextTest {
  private Lab lab;

  @BeforeEach
  void start() throws IOException {
    lab = new Lab(Map.of());
  }

  @AfterEach
  void stop() {
    lab.close();
  }

  @Test
  void aGetShowsTheParameters() {
    assertThat(lab.explain("SELECT * FROM things WHERE project = ? AND name = ?"))
        .isEqualTo(
            "lab.store.things get: GET http://lab/v1/projects/?1/things/?2;"
                + " bound: name = ?2 AND project = ?1");
  }

  @Test
  void aWiderReadSaysSo() {
    assertThat(lab.explain("SELECT * FROM parts WHERE project = 'a'"))
        .isEqualTo(
            "lab.store.parts aggregated (wider):"
                + " GET http://lab/v1/projects/a/aggregated/parts?pageSize=100;"
                + " bound: project = 'a'");
  }

  @Test
  void orderAndLimitOfAScan() {
    assertThat(lab.explain("SELECT name FROM things WHERE project = 'a' ORDER BY name LIMIT 5"))
        .isEqualTo(
            "lab.store.things list: GET http://lab/v1/projects/a/things"
                + "?fields=things(name),nextPageToken&orderBy=name&pageSize=5;"
                + " bound: project = 'a'; order: name; limit: 5");
  }

  @Test
  void sortsByNames() {
    assertThat(
            lab.explain(
                "SELECT project, name FROM things WHERE project IN ('a', 'b', 'c')"
                    + " ORDER BY size DESC NULLS LAST, name LIMIT 3 OFFSET 1"))
        .isEqualTo(
            """
            Project project, name
              Sort size DESC NULLS LAST, name offset 1 first 3
                lab.store.things list: GET http://lab/v1/projects/a/things\
            ?fields=things(name,size),nextPageToken&pageSize=100, and 2 more like it; \
            bound: project IN ('a', 'b', 'c')""");
  }

  @Test
  void lookupJoinsNameTheirKeys() {
    assertThat(
            lab.explain(
                "SELECT p.title, t.name || 'x' AS marked FROM projects p LEFT JOIN things t"
                    + " ON t.project = p.project AND t.name LIKE 'a%' AND t.name <> p.title"))
        .isEqualTo(
            """
            Project title, name || 'x' AS marked
              LookupJoin left by left.project on right.name <> left.title
                lab.store.projects list: GET http://lab/v1/projects?pageSize=100
                Filter name LIKE 'a%'
                  lab.store.things list: GET http://lab/v1/projects/<left.project>/things\
            ?fields=things(name),nextPageToken&pageSize=100; bound: project = <left.project>""");
  }

  @Test
  void joinsAndSharedScans() {
    assertThat(
            lab.explain(
                "SELECT a.name FROM things a JOIN things b ON a.name = b.name"
                    + " WHERE a.project = 'x' AND b.project = 'x'"))
        .startsWith("Project name\n  HashJoin inner on left.name = right.name\n")
        .endsWith("bound: project = 'x'; shared: equal calls of this statement are made once");
  }

  @Test
  void conditionsAreSql() {
    assertThat(condition("size IN (1, 2, 3)")).isEqualTo("size IN (1, 2, 3)");
    assertThat(condition("size IN (1, 2, 3, 4, 5, 6, 7)"))
        .isEqualTo("size IN (1, 2, 3, 4, 5, ... 7 values)");
    assertThat(condition("size BETWEEN 2 AND 7")).isEqualTo("size >= 2 AND size <= 7");
    assertThat(condition("color = 'it''s'")).isEqualTo("color = 'it''s'");
    assertThat(condition("color = 'RED' AND (size > 5 OR size IS NULL)"))
        .isEqualTo("color = 'RED' AND (size IS NULL OR size > 5)");
    assertThat(condition("created > TIMESTAMP '2026-01-02 00:00:00'"))
        .isEqualTo("created > TIMESTAMP '2026-01-02 00:00:00'");
    assertThat(condition("(size + 1) * 2 > ?")).isEqualTo("(size + 1) * 2 > ?1");
    assertThat(condition("CASE WHEN size > 1 THEN name ELSE LOWER(name) END = 'x'"))
        .isEqualTo("CASE WHEN size > 1 THEN name = 'x' ELSE LOWER(name) = 'x' END");
    assertThat(condition("origin.place = labels['x']")).isEqualTo("origin.place = labels['x']");
    assertThat(condition("CAST(size AS VARCHAR) = '7'")).isEqualTo("CAST(size AS VARCHAR) = '7'");
  }

  private String condition(String condition) {
    String plan = lab.explain("SELECT name FROM things WHERE project = 'a' AND " + condition);
    return plan.lines().findFirst().orElseThrow().replaceAll("^Filter |; Project .*$", "");
  }

  @Test
  void aggregatesNameKeysAndFunctions() {
    assertThat(
            lab.explain(
                "SELECT color, COUNT(*) AS number, MAX(name) AS last FROM things"
                    + " WHERE project = 'a' GROUP BY color"))
        .startsWith("Aggregate by color: COUNT(*) AS number, MAX(name) AS last\n");
  }

  @Test
  void otherNodes() {
    assertThat(lab.explain("SELECT * FROM things WHERE project = 'a' AND 1 = 0"))
        .isEqualTo("No rows");
    assertThat(lab.explain("SELECT * FROM imago.system.tables LIMIT 2"))
        .startsWith("Limit first 2\n")
        .endsWith("imago.system.tables");
    assertThat(
            lab.explain(
                "SELECT name FROM things WHERE project = 'a' UNION ALL VALUES ('x'), ('y')"))
        .startsWith("Union all\n")
        .contains("Values: 2 rows");
    assertThat(
            lab.explain(
                "SELECT name, ROW_NUMBER() OVER (ORDER BY size) AS place FROM things"
                    + " WHERE project = 'a'"))
        .contains("Window computes place\n");
    assertThat(
            lab.explain(
                "SELECT t.name, x.tag FROM things t, UNNEST(t.tags) AS x(tag)"
                    + " WHERE t.project = 'a'"))
        .contains("Correlate inner by left.tags\n")
        .endsWith("\n    Unnest <left.tags>");
  }
}
