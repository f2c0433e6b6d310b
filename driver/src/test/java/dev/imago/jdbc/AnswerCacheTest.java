package dev.imago.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.emulator.http.Fault;
import dev.imago.emulator.http.FaultRule;
import dev.imago.emulator.http.Response;
import java.io.IOException;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code cacheTtl}: answers that serve later statements. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class AnswerCacheTest {
  private static final String CACHING = "cacheTtl=10m";
  private static final String NAMES = "select name from images where project = 'acme-dev'";

  private static final String WIDE =
      "select name, family, status from images where project = 'acme-dev'";

  private final DemoCloud cloud = new DemoCloud();

  AnswerCacheTest() throws IOException {}

  @AfterEach
  void stop() {
    cloud.close();
  }

  @Test
  void nothingIsKeptUnlessItIsAskedFor() throws SQLException {
    try (Connection connection = cloud.connect("")) {
      assertThat(texts(connection, NAMES)).isEqualTo(texts(connection, NAMES)).isNotEmpty();

      assertThat(cloud.requests()).isEqualTo(2);
      assertThat(texts(connection, "select cache_key from imago.system.cache")).isEmpty();
      assertThat(clear(connection)).isZero();
    }
  }

  @Test
  void aStatementIsServedByTheOneBefore() throws SQLException {
    try (Connection connection = cloud.connect(CACHING)) {
      List<String> first = texts(connection, NAMES);
      assertThat(texts(connection, NAMES)).isEqualTo(first).isNotEmpty();

      assertThat(cloud.requests()).isEqualTo(1);
      assertThat(calls(connection))
          .containsExactly("miss 1x " + first.size(), "hit 0x " + first.size());
    }
  }

  @Test
  void lessIsServedAndMoreIsAskedFor() throws SQLException {
    try (Connection connection = cloud.connect(CACHING)) {
      List<String> names = texts(connection, WIDE);
      assertThat(texts(connection, NAMES)).isEqualTo(names);
      assertThat(texts(connection, NAMES + " limit 1")).isEqualTo(names.subList(0, 1));
      assertThat(cloud.requests()).isEqualTo(1);

      texts(connection, "select name, diskSizeGb from images where project = 'acme-dev'");
      assertThat(cloud.requests()).isEqualTo(2);
    }
  }

  @Test
  void aLookUpIsServedToo() throws SQLException {
    String join =
        "select d.name from disks d left join images i"
            + " on i.project = d.project and i.name = d.name where d.project = 'acme-dev'";
    try (Connection connection = cloud.connect(CACHING)) {
      List<String> names = texts(connection, join);
      int requests = cloud.requests();

      assertThat(texts(connection, join)).isEqualTo(names).isNotEmpty();
      assertThat(cloud.requests()).isEqualTo(requests);
    }
  }

  @Test
  void anAnswerExpires() throws SQLException {
    try (Connection connection = cloud.connect("cacheTtl=1ms")) {
      texts(connection, NAMES);
      long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(2);
      while (System.nanoTime() < end) {
        Thread.onSpinWait();
      }

      texts(connection, NAMES);
      assertThat(cloud.requests()).isEqualTo(2);
    }
  }

  @Test
  void whatFailsOrIsLeftIsNotKept() throws SQLException {
    cloud
        .emulator()
        .faults()
        .add(FaultRule.always().times(1), Fault.answer(Response.text(403, "no")));
    try (Connection connection = cloud.connect(CACHING + ";partial=true")) {
      assertThat(texts(connection, NAMES)).isEmpty();
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(NAMES)) {
        assertThat(rows.next()).isTrue();
      }
      assertThat(kept(connection)).isEmpty();

      assertThat(texts(connection, NAMES)).isNotEmpty();
      assertThat(kept(connection)).hasSize(1);
    }
  }

  @Test
  void aHitIsNoCallOfTheBudget() throws SQLException {
    String two = "select name from images where project in ('acme-dev', 'acme-prod')";
    try (Connection connection = cloud.connect(CACHING + ";maxCalls=1")) {
      texts(connection, NAMES);
      texts(connection, "select name from images where project = 'acme-prod'");

      assertThat(texts(connection, two)).isNotEmpty();
      assertThat(cloud.requests()).isEqualTo(2);
    }
  }

  @Test
  void aChangeDropsTheAnswersOfItsCloud() throws SQLException {
    String folders = "select name from yandex.resourcemanager.folders where cloud_id = 'b1gacme'";
    String image = "select name from images where project = 'acme-dev' and name = 'new-image'";
    try (Connection connection = cloud.connect(CACHING);
        Statement statement = connection.createStatement()) {
      texts(connection, folders);
      assertThat(texts(connection, image)).isEmpty();
      assertThat(kept(connection)).hasSize(2);

      statement.executeUpdate(
          "insert into images (project, name, sourceImage) values ('acme-dev', 'new-image',"
              + " 'projects/acme-dev/global/images/ci-runner-v7')");

      assertThat(kept(connection)).singleElement().asString().startsWith("yandex");
      assertThat(texts(connection, image)).hasSize(1);
    }
  }

  @Test
  void aChangeThatIsRefusedDropsThemToo() throws SQLException {
    try (Connection connection = cloud.connect(CACHING);
        Statement statement = connection.createStatement()) {
      texts(connection, NAMES);
      cloud
          .emulator()
          .faults()
          .add(FaultRule.always().times(1), Fault.answer(Response.text(403, "no")));

      SqlFailures.failure(
          "42501",
          () ->
              statement.executeUpdate(
                  "delete from images where project = 'acme-dev' and name = 'x'"));
      assertThat(kept(connection)).isEmpty();
    }
  }

  @Test
  void theRowsThatAChangeIsMadeOfAreReadAsTheyAre() throws SQLException {
    String source = "select name from images where project = 'acme-dev' and name = 'no-such'";
    try (Connection connection = cloud.connect(CACHING);
        Statement statement = connection.createStatement()) {
      texts(connection, source);
      texts(connection, source);
      assertThat(cloud.requests()).isEqualTo(1);

      statement.executeUpdate(
          "insert into images (project, name, sourceDisk) select 'acme-dev', name, 'd' from images"
              + " where project = 'acme-dev' and name = 'no-such'");
      assertThat(cloud.requests()).isEqualTo(2);
    }
  }

  @Test
  void connectionsShareAnswersWhereTheirSettingsAreEqual() throws SQLException {
    try (Connection one = cloud.connect(CACHING);
        Connection equal = cloud.connect(CACHING);
        Connection other = cloud.connect(CACHING + ";google.project=acme-dev")) {
      texts(one, NAMES);
      texts(equal, NAMES);
      assertThat(cloud.requests()).isEqualTo(1);

      texts(other, NAMES);
      assertThat(cloud.requests()).isEqualTo(2);
    }
  }

  @Test
  void statementsThatAskTheSameAtTheSameTimeShareTheCall() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    cloud.emulator().faults().add(FaultRule.always(), Fault.heldBeforeAnswer(gate));
    try (Connection one = cloud.connect(CACHING);
        Connection other = cloud.connect(CACHING)) {
      Background<List<String>> first = Background.start(() -> texts(one, NAMES));
      first.awaitCall();
      Background<List<String>> second = Background.start(() -> texts(other, NAMES));
      second.awaitCall();

      gate.countDown();

      assertThat(second.result()).isEqualTo(first.result()).isNotEmpty();
      assertThat(cloud.requests()).isEqualTo(1);
      int rows = first.result().size();
      assertThat(calls(one)).containsExactly("miss 1x " + rows);
      assertThat(calls(other)).containsExactly("shared 0x " + rows);
    }
  }

  @Test
  void statementsThatKeepNothingShareNothing() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    cloud.emulator().faults().add(FaultRule.always(), Fault.heldBeforeAnswer(gate));
    try (Connection one = cloud.connect("");
        Connection other = cloud.connect("")) {
      Background<List<String>> first = Background.start(() -> texts(one, NAMES));
      Background<List<String>> second = Background.start(() -> texts(other, NAMES));
      cloud.awaitRequests(2);

      gate.countDown();

      assertThat(second.result()).isEqualTo(first.result()).isNotEmpty();
    }
  }

  @Test
  void clearingIsAllowedToAReadOnlyConnection() throws SQLException {
    try (Connection connection = cloud.connect(CACHING + ";readOnly=true")) {
      texts(connection, NAMES);

      assertThat(clear(connection)).isEqualTo(1);
      assertThat(kept(connection)).isEmpty();
      texts(connection, NAMES);
      assertThat(cloud.requests()).isEqualTo(2);
    }
  }

  @Test
  void clearingHasHappenedBeforeItsRowIsRead() throws SQLException {
    try (Connection connection = cloud.connect(CACHING);
        CallableStatement clearing = connection.prepareCall("{call imago.system.cache.clear()}")) {
      texts(connection, NAMES);
      assertThat(kept(connection)).hasSize(1);

      assertThat(clearing.execute()).isTrue();
      assertThat(kept(connection)).isEmpty();
    }
  }

  @Test
  void clearingIsAProcedureWithoutArguments() throws SQLException {
    try (Connection connection = cloud.connect("");
        ResultSet columns =
            connection.getMetaData().getProcedureColumns("imago", "system", "cache.clear", null)) {
      assertThat(columns.next()).isTrue();
      assertThat(columns.getString("COLUMN_NAME")).isEqualTo("dropped");
      assertThat(columns.next()).isFalse();
      SqlFailures.failure("42000", () -> texts(connection, "call imago.system.cache.clear(1)"));
    }
  }

  private static long clear(Connection connection) throws SQLException {
    return Long.parseLong(texts(connection, "call imago.system.cache.clear()").get(0));
  }

  private static List<String> kept(Connection connection) throws SQLException {
    return texts(
        connection,
        "select provider || ' ' || table_name || ' ' || row_count || ' ' || hits"
            + " from imago.system.cache");
  }

  private static List<String> calls(Connection connection) throws SQLException {
    return texts(
        connection, "select cache || ' ' || attempts || 'x ' || row_count from imago.system.calls");
  }

  private static List<String> texts(Connection connection, String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }
}
