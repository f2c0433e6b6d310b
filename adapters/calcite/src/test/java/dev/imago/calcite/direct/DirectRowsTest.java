package dev.imago.calcite.direct;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.calcite.lab.Lab;
import dev.imago.calcite.plan.CodeGeneration;
import dev.imago.calcite.plan.PlannedStatement;
import dev.imago.calcite.statement.Plan;
import java.io.IOException;
import java.util.Map;
import org.apache.calcite.runtime.Typed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The direct path gives the rows and makes the calls that generated code does. */
final class DirectRowsTest {
  private static final String THINGS =
      """
      {'things': [
        {'name': 'anvil', 'number': '18446744073709551615', 'size': '7', 'code': 'a_b',
         'created': '2026-01-02T03:04:05.678+01:00', 'color': 'RED', 'fragile': false,
         'labels': {'env': 'prod'}, 'tags': ['x', 'y'],
         'steps': [{'what': 'cut', 'at': '2026-01-01'}, {'what': 'bend', 'done': {}}],
         'origin': {'place': 'north', 'batch': 3}},
        {'name': 'bolt', 'size': '3', 'number': '5', 'code': 'a%b', 'fragile': true,
         'created': '2026-02-01T00:00:00Z', 'origin': {'place': 'south'}, 'labels': {'env': ''}},
        {'name': 'cog', 'color': 'GREEN', 'code': 'Ä.b', 'size': '-9223372036854775808',
         'origin': {'batch': 3}, 'labels': {}},
        {'name': 'dowel'},
        {'name': 'egg', 'size': '7', 'color': 'red', 'code': 'aXb', 'number': '0',
         'created': '2026-01-02T02:04:05.678Z', 'fragile': true}
      ]}
      """;

  private Lab direct;
  private Lab generated;

  @BeforeEach
  void start() throws IOException {
    direct = lab(CodeGeneration.WHERE_NEEDED);
    generated = lab(CodeGeneration.ALWAYS);
  }

  private static Lab lab(CodeGeneration codeGeneration) throws IOException {
    return new Lab(Map.of(), codeGeneration)
        .with("projects/p/things", THINGS)
        .with("projects/p/things/bolt", "{'name': 'bolt', 'size': '3'}")
        .with("projects/q/things", "{'things': [{'name': 'zip', 'size': '1'}]}");
  }

  @AfterEach
  void stop() {
    direct.close();
    generated.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "size = 7",
        "size <> 7",
        "size < 7",
        "size <= 7",
        "size > 7",
        "size >= 7",
        "7 < size",
        "size = NULL",
        "size = -9223372036854775808",
        "size BETWEEN 3 AND 6",
        "size IN (3, 7)",
        "size NOT IN (3, 7)",
        "size NOT IN (3, NULL)",
        "size = 3 OR size IS NULL",
        "number = 5",
        "number > 4",
        "number = 18446744073709551615",
        "number >= 9223372036854775808",
        "origin.batch = 3",
        "origin.batch < size",
        "color = 'RED'",
        "color <> 'RED'",
        "color > 'R'",
        "color = code",
        "name < code",
        "color IN ('RED', 'GREEN')",
        "color IS NULL",
        "color IS NOT NULL",
        "color IS NULL OR size = 7",
        "NOT (color = 'RED' AND size = 7)",
        "NOT (color = 'RED' OR size IS NULL)",
        "(color = 'RED') IS TRUE",
        "(color = 'RED') IS NOT TRUE",
        "(color = 'RED') IS FALSE",
        "(color = 'RED') IS NOT FALSE",
        "(color = 'RED') IS UNKNOWN",
        "(color = 'RED' AND size = 7) IS NOT UNKNOWN",
        "fragile",
        "NOT fragile",
        "fragile = TRUE",
        "fragile <> (size = 7)",
        "fragile IS NOT TRUE",
        "code LIKE 'a_b'",
        "code LIKE 'a%'",
        "code LIKE '%.%'",
        "code NOT LIKE 'a%'",
        "code LIKE color",
        "code LIKE NULL",
        "name LIKE '%o%' AND size IS NOT NULL",
        "created > TIMESTAMP '2026-01-02 02:04:05.678'",
        "created = TIMESTAMP '2026-01-02 02:04:05.678'",
        "created BETWEEN TIMESTAMP '2026-01-01 00:00:00' AND TIMESTAMP '2026-01-31 00:00:00'",
        "origin.place = 'north'",
        "origin.place IS NULL",
        "origin IS NULL",
        "labels['env'] = 'prod'",
        "labels['env'] IS NULL",
        "labels['none'] = 'x'",
        "CASE WHEN size = 7 THEN color WHEN size IS NULL THEN 'none' END = 'none'",
        "COALESCE(color, name) = 'bolt'",
        "COALESCE(size, 3) = 3",
        "CASE color WHEN 'RED' THEN TRUE WHEN 'GREEN' THEN FALSE END",
      })
  void aConditionHoldsForTheSameRows(String condition) {
    compare("SELECT name FROM things WHERE project = 'p' AND (" + condition + ")");
    compare("SELECT name, " + condition + " AS holds FROM things WHERE project = 'p'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM things WHERE project = 'p'",
        "SELECT name FROM things WHERE project = 'p' LIMIT 2",
        "SELECT name FROM things WHERE project = 'p' AND size > 3 LIMIT 1 OFFSET 1",
        "SELECT size, name, size FROM things WHERE project = 'p'",
        "SELECT origin, origin.place, origin.batch FROM things WHERE project = 'p'",
        "SELECT steps, tags, labels FROM things WHERE project = 'p'",
        "SELECT 1, 'a', TRUE, 12345678901, 1.50, NULL, name FROM things WHERE project = 'p'",
        "SELECT DATE '2026-01-01', TIME '10:00:00', created FROM things WHERE project = 'p'",
        "SELECT name FROM things WHERE project IN ('p', 'q')",
        "SELECT name, size FROM things WHERE project = 'p' ORDER BY size, name DESC",
        "SELECT name, size FROM things WHERE project = 'p' ORDER BY size DESC, name",
        "SELECT name FROM things WHERE project = 'p' ORDER BY size DESC NULLS LAST, name",
        "SELECT name FROM things WHERE project = 'p' ORDER BY size NULLS FIRST",
        "SELECT name FROM things WHERE project = 'p' ORDER BY fragile, number DESC, created",
        "SELECT name FROM things WHERE project = 'p' ORDER BY color LIMIT 3",
        "SELECT name FROM things WHERE project = 'p' ORDER BY size LIMIT 2 OFFSET 1",
        "SELECT name FROM things WHERE project = 'p' ORDER BY size OFFSET 2",
        "SELECT name FROM things WHERE project = 'p' ORDER BY name",
        "SELECT size FROM things WHERE project = 'p' AND name = 'bolt'",
        "SELECT table_name, kind FROM imago.system.tables WHERE provider = 'lab' ORDER BY 1",
        "SELECT column_name FROM imago.system.columns WHERE table_name = 'parts'",
        "VALUES (1, 'a', CAST(NULL AS BIGINT)), (2, 'bb', 3)",
        "SELECT 1",
        "SELECT name FROM things WHERE project = 'p' AND FALSE",
      })
  void aStatementGivesTheSameRows(String sql) {
    compare(sql);
  }

  @Test
  void aLongListIsLookedUp() {
    String list = "0, 1, 2, 3, 4, 5, 6, 8, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23";
    String longer = list + ", 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39";
    compare("SELECT name FROM things WHERE project = 'p' AND size IN (" + longer + ")");
    compare("SELECT name FROM things WHERE project = 'p' AND size NOT IN (" + longer + ")");
    compare("SELECT name FROM things WHERE project = 'p' AND number IN (" + longer + ")");
  }

  @Test
  void parametersAreRead() {
    compare("SELECT name FROM things WHERE project = ? AND size = ?", "p", 7L);
    compare("SELECT name FROM things WHERE project = ? AND size > ?", "p", null);
    compare("SELECT name FROM things WHERE project = ?", (@Nullable Object) null);
    compare("SELECT name FROM things WHERE project IN (?, ?)", "q", "p");
    compare("SELECT name FROM things WHERE project = 'p' AND origin.batch = ?", 3);
    compare("SELECT name FROM things WHERE project = 'p' AND fragile = ?", true);
    compare("SELECT name FROM things WHERE project = 'p' AND created > ?", 1_767_319_445_678L);
    compare("SELECT name FROM things WHERE project = 'p' AND code LIKE ?", "a%");
    compare("SELECT name FROM things WHERE project = 'p' LIMIT ? OFFSET ?", 2, 1);
    compare("SELECT name, CAST(? AS VARCHAR) FROM things WHERE project = 'p'", "here");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT UPPER(name) FROM things WHERE project = 'p'",
        "SELECT name FROM things WHERE project = 'p' AND size + 1 = 8",
        "SELECT name FROM things WHERE project = 'p' AND number <> size",
        "SELECT name FROM things WHERE project = 'p' AND code LIKE 'a!_b' ESCAPE '!'",
        "SELECT tags[1] FROM things WHERE project = 'p' AND name = 'anvil'",
        "SELECT COUNT(*) FROM things WHERE project = 'p'",
        "SELECT t.name FROM things t JOIN projects p ON p.project = t.project WHERE t.project = 'p'",
      })
  void otherPlansAreGenerated(String sql) {
    assertThat(isGenerated(direct.prepare(sql))).isTrue();
  }

  private void compare(String sql, @Nullable Object... parameters) {
    Plan plan = direct.prepare(sql);
    assertThat(isGenerated(plan)).as(sql).isFalse();
    Plan code = generated.prepare(sql);
    assertThat(isGenerated(code)).as(sql).isTrue();
    assertThat(direct.rows(plan, parameters)).as(sql).isEqualTo(generated.rows(code, parameters));
    assertThat(direct.calls()).isEqualTo(generated.calls());
  }

  /** Generated code says of what class its rows are. */
  private static boolean isGenerated(Plan plan) {
    return ((PlannedStatement) plan).code() instanceof Typed;
  }
}
