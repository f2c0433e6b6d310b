package dev.imago.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.emulator.http.Fault;
import dev.imago.emulator.http.FaultRule;
import dev.imago.emulator.http.Response;
import java.io.IOException;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ImagoStatementTest {
  private static final String SCAN = "select name from images where project = 'acme-prod'";

  private DemoCloud cloud;
  private Connection connection;
  private Statement statement;

  @BeforeEach
  void connect() throws IOException, SQLException {
    cloud = new DemoCloud();
    connection = cloud.connect("");
    statement = connection.createStatement();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    cloud.close();
  }

  @Test
  void readsRowsOfACloud() throws SQLException {
    try (ResultSet rows =
        statement.executeQuery(
            "select name, creationTimestamp from images where project = 'debian-cloud'")) {
      int count = 0;
      while (rows.next()) {
        assertThat(rows.getString("NAME")).contains("debian");
        assertThat(rows.getTimestamp("creationtimestamp")).isNotNull();
        count++;
      }
      assertThat(count).isEqualTo(19);
      assertThat(rows.getMetaData().getTableName(1)).isEqualTo("images");
      assertThat(rows.getMetaData().getSchemaName(1)).isEqualTo("compute");
      assertThat(rows.getMetaData().getCatalogName(1)).isEqualTo("google");
    }
    assertThat(cloud.requests()).isEqualTo(1);
  }

  @Test
  void speaksTheProtocolOfExecute() throws SQLException {
    assertThat(statement.execute("values 1")).isTrue();
    assertThat(statement.getUpdateCount()).isEqualTo(-1);
    ResultSet rows = statement.getResultSet();
    assertThat(rows.next()).isTrue();
    assertThat(statement.getMoreResults()).isFalse();
    assertThat(statement.getUpdateCount()).isEqualTo(-1);
    assertThat(rows.isClosed()).isTrue();
    assertThat(statement.getResultSet()).isNull();
    assertThat(statement.getGeneratedKeys().next()).isFalse();
  }

  @Test
  void closesAResultWithTheNextOne() throws SQLException {
    ResultSet first = statement.executeQuery("values 1");
    ResultSet second = statement.executeQuery("values 2");

    assertThat(first.isClosed()).isTrue();
    assertThat(second.next()).isTrue();
    assertThat(second.getStatement()).isSameAs(statement);
  }

  @Test
  void refusesAQueryWhereACountIsWanted() throws SQLException {
    SqlFailures.failure("07003", () -> statement.executeUpdate(SCAN));
    statement.addBatch(SCAN);
    SQLException failure = SqlFailures.failure("07003", () -> statement.executeBatch());

    assertThat(((BatchUpdateException) failure).getUpdateCounts()).isEmpty();
    assertThat(cloud.requests()).isZero();
    assertThat(statement.executeBatch()).isEmpty();
  }

  @Test
  void tellsWhatIsWrongWithAStatement() {
    SQLException syntax = SqlFailures.failure("42601", () -> statement.executeQuery("selec 1"));
    assertThat((Throwable) syntax).isInstanceOf(SQLSyntaxErrorException.class);
    SqlFailures.failure("42S02", () -> statement.executeQuery("select * from nope"));
    SqlFailures.failure("42S22", () -> statement.executeQuery("select nope from images"));
    SqlFailures.failure("22023", () -> statement.executeQuery(null));
  }

  @Test
  void tellsWhatACloudRefuses() throws SQLException {
    ResultSet rows = statement.executeQuery("select * from images where project = 'acme-locked'");

    SqlFailures.failure("42501", rows::next);
  }

  @Test
  void warnsOfAValueThatCannotBeRead() throws SQLException {
    cloud
        .emulator()
        .faults()
        .add(
            FaultRule.on("GET", "images"),
            Fault.answer(
                Response.of(
                    200,
                    "application/json",
                    "{\"items\":[{\"name\":\"a\",\"creationTimestamp\":\"yesterday\"}]}")));
    ResultSet rows =
        statement.executeQuery("select creationTimestamp from images where project = 'acme-prod'");

    assertThat(rows.next()).isTrue();
    assertThat(rows.getTimestamp(1)).isNull();
    assertThat(rows.wasNull()).isTrue();
    assertThat((Throwable) rows.getWarnings()).hasMessageContaining("creationTimestamp");
    assertThat((Throwable) statement.getWarnings()).isNull();
    rows.clearWarnings();
    assertThat((Throwable) rows.getWarnings()).isNull();
  }

  @Test
  void understandsEscapes() throws SQLException {
    ResultSet rows =
        statement.executeQuery(
            "select {fn ucase('a')}, {d '2026-01-31'}, {ts '2026-01-31 01:02:03'}"
                + " from (values 1) as t (x) where 'a%' like 'a!%' {escape '!'};");

    assertThat(rows.next()).isTrue();
    assertThat(rows.getString(1)).isEqualTo("A");
    assertThat(rows.getString(2)).isEqualTo("2026-01-31");
    assertThat(rows.getString(3)).isEqualTo("2026-01-31 01:02:03.000");
  }

  @Test
  void givesNoMoreRowsThanAllowed() throws SQLException {
    statement.setMaxRows(2);

    assertThat(names(statement.executeQuery("values 'a', 'b', 'c'"))).containsExactly("a", "b");
  }

  @Test
  void asksForNoPageBehindTheRowsThatAreAllowed() throws SQLException {
    statement.setMaxRows(600);

    assertThat(names(statement.executeQuery("select name from images where project = 'bulk-1200'")))
        .hasSize(600);
    assertThat(names(statement.executeQuery("select page from imago.system.calls")))
        .containsExactly("1", "2");
  }

  @Test
  void closesWithItsResultWhenAskedTo() throws SQLException {
    statement.closeOnCompletion();
    ResultSet rows = statement.executeQuery("values 1");
    rows.close();

    assertThat(statement.isClosed()).isTrue();
    SqlFailures.failure("08003", () -> statement.executeQuery("values 1"));
  }

  @Test
  void readsSeveralResultsAtATime() throws SQLException {
    try (Statement other = connection.createStatement()) {
      ResultSet first = statement.executeQuery("values 1, 2");
      ResultSet second = other.executeQuery("values 3, 4");
      first.next();
      second.next();
      first.next();

      assertThat(first.getInt(1)).isEqualTo(2);
      assertThat(second.getInt(1)).isEqualTo(3);
    }
  }

  @Test
  void canBeCancelledAndUsedAgain() throws Exception {
    cloud.hang();
    ResultSet rows = statement.executeQuery(SCAN);
    Future<SQLException> failure = inBackground(() -> SqlFailures.failure("57014", rows::next));
    cloud.awaitRequest();

    statement.cancel();

    assertThat((Throwable) failure.get()).hasMessageContaining("cancelled");
    assertThat(names(statement.executeQuery("values 'again'"))).containsExactly("again");
  }

  @Test
  void isNotHarmedByACancelWithoutAnExecution() throws SQLException {
    statement.cancel();

    assertThat(names(statement.executeQuery("values 'a'"))).containsExactly("a");
    statement.cancel();
    assertThat(names(statement.executeQuery("values 'b'"))).containsExactly("b");
  }

  @Test
  void endsWhenItsTimeIsOver() throws SQLException {
    cloud.hang();
    statement.setQueryTimeout(1);
    ResultSet rows = statement.executeQuery(SCAN);

    SQLException failure = SqlFailures.failure("HYT00", rows::next);

    assertThat((Throwable) failure).isInstanceOf(SQLTimeoutException.class);
    statement.setQueryTimeout(0);
    assertThat(names(statement.executeQuery("values 'again'"))).containsExactly("again");
  }

  @Test
  void takesTheTimeoutOfTheConnection() throws SQLException {
    cloud.hang();
    try (Connection impatient = cloud.connect("timeout=100ms");
        Statement limited = impatient.createStatement()) {
      assertThat(limited.getQueryTimeout()).isEqualTo(1);
      SqlFailures.failure("HYT00", () -> limited.executeQuery(SCAN).next());
    }
  }

  @Test
  void endsWithItsStatementsClose() throws Exception {
    cloud.hang();
    ResultSet rows = statement.executeQuery(SCAN);
    Future<SQLException> failure = inBackground(() -> SqlFailures.failure("57014", rows::next));
    cloud.awaitRequest();

    statement.close();

    assertThat((Throwable) failure.get()).isNotNull();
    assertThat(rows.isClosed()).isTrue();
  }

  @Test
  void endsWithTheConnectionsClose() throws Exception {
    cloud.hang();
    ResultSet rows = statement.executeQuery(SCAN);
    Future<SQLException> failure = inBackground(() -> SqlFailures.failure("57014", rows::next));
    cloud.awaitRequest();

    connection.close();

    assertThat((Throwable) failure.get()).isNotNull();
    assertThat(statement.isClosed()).isTrue();
    assertThat(rows.isClosed()).isTrue();
  }

  @Test
  void letsManyThreadsUseOneConnection() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Integer>> tasks = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        int number = i;
        tasks.add(() -> echo(number));
      }
      List<Integer> answers = new ArrayList<>();
      for (Future<Integer> answer : threads.invokeAll(tasks)) {
        answers.add(answer.get());
      }
      assertThat(answers).hasSize(64).doesNotHaveDuplicates().contains(0, 63);
    } finally {
      threads.shutdownNow();
    }
  }

  private int echo(int number) throws SQLException {
    try (Statement own = connection.createStatement();
        ResultSet rows = own.executeQuery("values " + number)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static Future<SQLException> inBackground(Callable<SQLException> task) {
    FutureTask<SQLException> future = new FutureTask<>(task);
    Thread thread = new Thread(future);
    thread.setDaemon(true);
    thread.start();
    return future;
  }

  private static List<String> names(ResultSet rows) throws SQLException {
    List<String> names = new ArrayList<>();
    while (rows.next()) {
      names.add(rows.getString(1));
    }
    return names;
  }

  @Test
  void answersAsThoughNothingHadHappenedAfterAnError()
      throws SQLException, InterruptedException, ExecutionException {
    SqlFailures.failure("42S02", () -> statement.executeQuery("select * from nope"));

    assertThat(names(statement.executeQuery("values 'fine'"))).containsExactly("fine");
  }
}
