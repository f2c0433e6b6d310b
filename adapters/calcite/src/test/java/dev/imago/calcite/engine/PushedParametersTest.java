package dev.imago.calcite.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.calcite.lab.Lab;
import dev.imago.calcite.statement.Plan;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Conditions that are query parameters of their own. The lab ignores them all, so that every row
 * must be filtered again.
 */
final class PushedParametersTest {
  private static final String EVENTS =
      """
      {'events': [
        {'id': 'a', '__kind': 'MADE', 'loud': true, 'at': '2026-06-01T10:00:00Z'},
        {'id': 'b', '__kind': 'SOLD', 'at': '2026-06-14T12:00:00.500Z'},
        {'id': 'c', '__kind': 'MADE', 'loud': false, 'at': '2026-06-15T11:59:59Z'},
        {'id': 'd'}
      ]}
      """;

  private Lab lab;

  @BeforeEach
  void start() throws IOException {
    lab = new Lab(Map.of("lab.project", "a")).with("projects/a/events", EVENTS);
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
        "kind = 'MADE'                                 | __kind=MADE                 | a c",
        "kind = 'MADE' AND loud                        | __kind=MADE&loud=true       | a",
        "NOT loud                                      | loud=false                  | c",
        "\"at\" > TIMESTAMP '2026-06-14 12:00:00'      | at=gte:2026-06-14T12:00:00Z | b c",
        "\"at\" > TIMESTAMP '2026-06-14 12:00:00.500'  | at=gte:2026-06-14T12:00:00Z | c",
        "\"at\" >= TIMESTAMP '2026-06-14 12:00:00.500' | at=gte:2026-06-14T12:00:00Z | b c",
        "\"at\" = TIMESTAMP '2026-06-14 12:00:00.500'  | at=gte:2026-06-14T12:00:00Z | b",
        "\"at\" < TIMESTAMP '2026-06-14 12:00:00.500'  | at=lte:2026-06-14T12:00:01Z | a",
        "\"at\" <= TIMESTAMP '2026-06-01 10:00:00'     | at=lte:2026-06-01T10:00:01Z | a",
        "TIMESTAMP '2026-06-14 12:00:00' < \"at\"      | at=gte:2026-06-14T12:00:00Z | b c",
        "\"at\" >= DATE '2026-06-15'                   | at=gte:2026-06-15T00:00:00Z | c",
        "\"at\" > CURRENT_TIMESTAMP - INTERVAL '1' DAY | at=gte:2026-06-14T12:00:00Z | b c",
        "\"at\" BETWEEN TIMESTAMP '2026-06-14 00:00:00' AND TIMESTAMP '2026-06-15 00:00:00'"
            + " | at=gte:2026-06-14T00:00:00Z | b",
        "\"at\" < TIMESTAMP '2026-06-15 00:00:00' AND \"at\" > TIMESTAMP '2026-06-02 00:00:00'"
            + " | at=gte:2026-06-02T00:00:00Z | b",
      })
  void isSentAndFilteredAgain(String condition, String sent, String ids) {
    String sql = "SELECT id FROM events WHERE " + condition;
    assertThat(lab.rows(sql)).containsExactly(ids.split(" "));
    assertThat(lab.calls()).containsExactly("projects/a/events?" + sent + "&limit=100");
    assertThat(lab.explain(sql)).contains("Filter ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind IN ('MADE', 'SOLD')",
        "kind = 'LOST'",
        "kind <> 'MADE'",
        "\"at\" <> TIMESTAMP '2026-06-14 12:00:00'",
        "\"at\" IS NULL",
        "\"at\" < TIMESTAMP '1969-06-14 12:00:00'",
        "\"at\" IN (TIMESTAMP '2026-06-14 12:00:00', TIMESTAMP '2026-06-15 12:00:00')",
        "CAST(\"at\" AS DATE) = DATE '2026-06-14'",
      })
  void isNotSent(String condition) {
    lab.rows("SELECT id FROM events WHERE " + condition);
    assertThat(lab.calls()).containsExactly("projects/a/events?limit=100");
  }

  @Test
  void aTimeOfAParameterIsSent() {
    Plan plan = lab.prepare("SELECT id FROM events WHERE \"at\" > ?");
    assertThat(lab.rows(plan, 1_781_438_400_000L)).containsExactly("b", "c");
    assertThat(lab.calls())
        .containsExactly("projects/a/events?at=gte:2026-06-14T12:00:00Z&limit=100");
  }

  @Test
  void theLimitPassesOneExactValue() {
    assertThat(lab.rows("SELECT kind FROM events WHERE id = 'b' LIMIT 1")).containsExactly("SOLD");
    assertThat(lab.calls()).containsExactly("projects/a/events?id=b&limit=1");
    assertThat(lab.explain("SELECT kind FROM events WHERE id = 'b'")).doesNotContain("Filter");
  }

  @Test
  void theLimitDoesNotMakePagesOfTheWholeListSmaller() {
    assertThat(lab.rows("SELECT id FROM events WHERE id IN ('c', 'b') LIMIT 2"))
        .containsExactlyInAnyOrder("b", "c");
    assertThat(lab.calls()).containsExactly("projects/a/events?limit=100");
  }

  @Test
  void explainShowsTheBoundThatIsSent() {
    assertThat(
            lab.explain(
                "SELECT id FROM events WHERE \"at\" > TIMESTAMP '2026-06-02 00:00:00'"
                    + " AND \"at\" < TIMESTAMP '2026-06-15 00:00:00'"))
        .endsWith("; asks for: at > TIMESTAMP '2026-06-02 00:00:00' (rechecked)");
  }
}
