package dev.imago.calcite.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imago.calcite.lab.Lab;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Columns that only a get answers, and a parameter whose documented values stand in. */
final class DetailsTest {
  private static final String SITE = "region = 'r' AND site = 's'";

  private Lab lab;

  @BeforeEach
  void start() throws IOException {
    lab =
        new Lab(Map.of())
            .with(
                "regions/r/sites/s/runs",
                "{'runs': [{'id': '1', 'kind': 'DAY', 'state': 'DONE'},"
                    + " {'id': '2', 'kind': 'DAY', 'state': 'FAILED'},"
                    + " {'id': '3', 'kind': 'NIGHT', 'state': 'DONE'}]}")
            .with("regions/r/sites/s/runs/1", run(1, "DAY", "DONE"))
            .with("regions/r/sites/s/runs/2", run(2, "DAY", "FAILED"))
            .with("regions/r/sites/s/runs/3", run(3, "NIGHT", "DONE"));
  }

  private static String run(int id, String kind, String state) {
    return "{'id': '%d', 'kind': '%s', 'state': '%s', 'steps': ['a', 'b%d']}"
        .formatted(id, kind, state, id);
  }

  @AfterEach
  void stop() {
    lab.close();
  }

  @Test
  void theListAloneIsReadWhereItAnswersAll() {
    assertThat(lab.rows("SELECT run, state FROM runs WHERE " + SITE + " AND kind = 'DAY'"))
        .containsExactly("1|DONE", "2|FAILED");
    assertThat(lab.calls()).containsExactly("regions/r/sites/s/runs?kind=DAY");
  }

  @Test
  void eachRowThatIsWantedIsGot() {
    assertThat(
            lab.rows(
                "SELECT run, steps FROM runs WHERE "
                    + SITE
                    + " AND kind = 'DAY' AND state = 'FAILED'"))
        .containsExactly("2|[a, b2]");
    assertThat(lab.calls())
        .containsExactly("regions/r/sites/s/runs?kind=DAY", "regions/r/sites/s/runs/2");
  }

  @Test
  void theKeyMakesTheGetAlone() {
    assertThat(lab.rows("SELECT state, steps FROM runs WHERE " + SITE + " AND run = '3'"))
        .containsExactly("DONE|[a, b3]");
    assertThat(lab.calls()).containsExactly("regions/r/sites/s/runs/3");
  }

  @Test
  void whatTheListNeedsTooIsNotSoughtInItsRows() {
    assertThatThrownBy(() -> lab.rows("SELECT steps FROM runs WHERE site = 's' AND run = '3'"))
        .hasMessageContaining("runs needs region");
  }

  @Test
  void documentedValuesStandIn() {
    assertThat(lab.rows("SELECT run, kind, steps FROM runs WHERE " + SITE + " ORDER BY run"))
        .containsExactly("1|DAY|[a, b1]", "2|DAY|[a, b2]", "3|NIGHT|[a, b3]");
    assertThat(lab.calls())
        .containsExactlyInAnyOrder(
            "regions/r/sites/s/runs?kind=DAY",
            "regions/r/sites/s/runs?kind=NIGHT",
            "regions/r/sites/s/runs/1",
            "regions/r/sites/s/runs/2",
            "regions/r/sites/s/runs/3");
  }

  @Test
  void documentedValuesStandInOnlyWhereThatIsAllowed() throws IOException {
    try (Lab strict = new Lab(Map.of("enumerate", "false"))) {
      assertThatThrownBy(() -> strict.rows("SELECT run FROM runs WHERE " + SITE))
          .hasMessage(
              "table lab.store.runs needs kind; the query binds region = 'r' and site = 's'; add"
                  + " kind = '...' (or IN) to the query, or set enumerate=true");
    }
  }

  @Test
  void aJoinOnTheKeyMakesGets() {
    assertThat(
            lab.rows(
                "SELECT v.k, r.steps FROM (VALUES ('1'), ('3')) AS v (k)"
                    + " JOIN runs AS r ON r.run = v.k WHERE r.region = 'r' AND r.site = 's'"))
        .containsExactly("1|[a, b1]", "3|[a, b3]");
    assertThat(lab.calls()).containsExactly("regions/r/sites/s/runs/1", "regions/r/sites/s/runs/3");
  }

  @Test
  void theColumnMayBeInAConditionOnly() {
    assertThat(
            lab.rows(
                "SELECT run FROM runs WHERE " + SITE + " AND kind = 'DAY' AND steps[2] = 'b2'"))
        .containsExactly("2");
    assertThat(lab.calls()).hasSize(3);
  }
}
