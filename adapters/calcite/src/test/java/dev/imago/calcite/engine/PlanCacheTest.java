package dev.imago.calcite.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imago.calcite.lab.Lab;
import dev.imago.calcite.statement.Plan;
import dev.imago.core.error.ImagoException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A repeated text is planned once, and its plan runs any number of times. */
final class PlanCacheTest {
  private Lab lab;

  @BeforeEach
  void start() throws IOException {
    lab =
        new Lab(Map.of())
            .with("projects", "{'projects': [{'id': 'a', 'title': 'A'}, {'id': 'b'}]}")
            .with("projects/a/things", "{'things': [{'name': 'anvil', 'tags': ['x', 'y']}]}")
            .with("projects/b/things", "{'things': [{'name': 'bolt'}]}");
  }

  @AfterEach
  void stop() {
    lab.close();
  }

  @Test
  void aRepeatedTextHasOnePlan() {
    Plan first = lab.prepare("SELECT title FROM projects");
    assertThat(lab.prepare("SELECT title FROM projects")).isSameAs(first);
    assertThat(lab.prepare("SELECT  title FROM projects")).isNotSameAs(first);
    Plan explained = lab.prepare("EXPLAIN PLAN FOR SELECT title FROM projects");
    assertThat(explained.kind()).isEqualTo(Plan.Kind.EXPLAIN);
    assertThat(lab.prepare("EXPLAIN PLAN FOR SELECT title FROM projects")).isSameAs(explained);
  }

  @Test
  void anotherDefaultSchemaIsAnotherPlan() {
    Plan inStore = lab.prepare("SELECT 1");
    lab.session().use("imago", "system");
    assertThat(lab.prepare("SELECT 1")).isNotSameAs(inStore);
    assertThatThrownBy(() -> lab.prepare("SELECT title FROM projects"))
        .isInstanceOf(ImagoException.class)
        .hasMessageContaining("projects");
    lab.session().use("lab", "store");
    assertThat(lab.prepare("SELECT title FROM projects").columns()).hasSize(1);
  }

  @Test
  void aFailureIsNotKept() {
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> lab.prepare("SELECT nothing FROM projects"))
          .isInstanceOf(ImagoException.class);
    }
  }

  @Test
  void thePlanThatWasUsedLongestAgoGoesFirst() {
    Plan oldest = lab.prepare("SELECT 0");
    Plan second = lab.prepare("SELECT 1");
    for (int i = 2; i < PlanCache.MOST_PLANS; i++) {
      lab.prepare("SELECT " + i);
    }
    assertThat(lab.prepare("SELECT 0")).isSameAs(oldest);
    lab.prepare("SELECT 'one more'");
    assertThat(lab.prepare("SELECT 0")).isSameAs(oldest);
    assertThat(lab.prepare("SELECT 1")).isNotSameAs(second);
  }

  @Test
  void onePlanTakesOtherValuesEachTime() {
    String sql = "SELECT name FROM things WHERE project = ?";
    assertThat(lab.rows(sql, "a")).containsExactly("anvil");
    assertThat(lab.rows(sql, "b")).containsExactly("bolt");
    assertThat(lab.rows(sql, (Object) null)).isEmpty();
  }

  @Test
  void onePlanRunsInManyThreads() throws Exception {
    Plan plan =
        lab.prepare(
            "SELECT t.name, x.tag FROM projects p JOIN things t ON t.project = p.project"
                + " LEFT JOIN UNNEST(t.tags) AS x(tag) ON TRUE"
                + " WHERE CHAR_LENGTH(t.name) + CAST(? AS INTEGER) IN ("
                + String.join(", ", numbers(40))
                + ")");
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<List<String>>> runs = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        int more = i % 2 == 0 ? 0 : 1000;
        runs.add(threads.submit(() -> lab.rows(plan, more)));
      }
      for (int i = 0; i < runs.size(); i++) {
        List<String> rows = runs.get(i).get();
        if (i % 2 == 0) {
          assertThat(rows).containsExactlyInAnyOrder("anvil|x", "anvil|y", "bolt|null");
        } else {
          assertThat(rows).isEmpty();
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<String> numbers(int count) {
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      numbers.add(Integer.toString(i));
    }
    return numbers;
  }
}
