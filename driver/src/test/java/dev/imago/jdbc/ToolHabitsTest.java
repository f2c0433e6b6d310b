package dev.imago.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What reports, pools and query tools do with any driver, whether it means something or not. */
@Timeout(120)
class ToolHabitsTest {
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

  private static List<String> texts(ResultSet rows) throws SQLException {
    List<String> texts = new ArrayList<>();
    while (rows.next()) {
      texts.add(rows.getString(1));
    }
    return texts;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "values 1;",
        "values 1 ; ",
        "values 1;\n",
        "values 1; -- the end",
        "/* a tool */ values 1",
        "-- a tool\nvalues 1"
      })
  void endsOfStatementsAndComments(String sql) throws SQLException {
    assertThat(texts(statement.executeQuery(sql))).containsExactly("1");
    try (PreparedStatement prepared = connection.prepareStatement(sql)) {
      assertThat(texts(prepared.executeQuery())).containsExactly("1");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "values {ts '2026-01-31 01:02:03'} | 2026-01-31 01:02:03.000",
        "values {d '2026-01-31'} | 2026-01-31",
        "values {t '01:02:03'} | 01:02:03.000",
        "values {fn concat('a', {fn ucase('b')})} | aB",
        "values {fn length('abc')} | 3",
        "values {fn year({d '2026-01-31'})} | 2026",
        "select a.x from {oj (values 1) as a (x) left outer join (values 2) as b (y) on x = y} | 1",
        "select x from (values 'a_b', 'acb') as t (x) where x like 'a!_b' {escape '!'} | a_b",
        "select x from (values 1, 2, 3) as t (x) order by x {limit 1 offset 1} | 2",
        "select {fn ifnull(x, 'none')} from (values cast(null as varchar)) as t (x) | none"
      })
  void escapes(String sql, String expected) throws SQLException {
    assertThat(texts(statement.executeQuery(sql))).containsExactly(expected);
  }

  @Test
  void escapesAreLeftAloneWhenTheyAreNotWanted() throws SQLException {
    statement.setEscapeProcessing(false);

    assertThat(texts(statement.executeQuery("values '{fn now()}'"))).containsExactly("{fn now()}");
    assertThat(connection.nativeSQL("select 1 {limit 1}")).isEqualTo("select 1  limit 1 ");
  }

  @Test
  void hintsAreKeptAndNothingElse() throws SQLException {
    statement.setFetchSize(77);
    statement.setMaxFieldSize(10);
    statement.setFetchDirection(ResultSet.FETCH_UNKNOWN);
    statement.setCursorName("c");
    statement.setQueryTimeout(9);
    statement.setLargeMaxRows(2);

    assertThat(statement.getFetchSize()).isEqualTo(77);
    assertThat(statement.getMaxFieldSize()).isEqualTo(10);
    assertThat(statement.getQueryTimeout()).isEqualTo(9);
    assertThat(statement.getMaxRows()).isEqualTo(2);
    assertThat(texts(statement.executeQuery("values 'long enough', 'b', 'c'")))
        .containsExactly("long enough", "b");
    assertThat(statement.getResultSetHoldability())
        .isEqualTo(connection.getHoldability())
        .isEqualTo(connection.getMetaData().getResultSetHoldability());
  }

  @Test
  void nonsenseIsRefused() {
    SqlFailures.failure("22023", () -> statement.setFetchSize(-1));
    SqlFailures.failure("22023", () -> statement.setMaxRows(-1));
    SqlFailures.failure("22023", () -> statement.setMaxFieldSize(-1));
    SqlFailures.failure("22023", () -> statement.setQueryTimeout(-1));
    SqlFailures.failure("22023", () -> statement.setFetchDirection(5));
    SqlFailures.failure("22023", () -> statement.getMoreResults(9));
    SqlFailures.failure("22023", () -> connection.isValid(-1));
    SqlFailures.failure("22023", () -> connection.setHoldability(9));
    SqlFailures.failure("22023", () -> connection.setTransactionIsolation(9));
    SqlFailures.failure("22023", () -> connection.setNetworkTimeout(Runnable::run, -1));
    SqlFailures.failure("0A000", () -> connection.rollback(null));
  }

  @Test
  void preparedStatementsCanBePooled() throws SQLException {
    try (PreparedStatement prepared = connection.prepareStatement("values 1");
        Statement call = connection.prepareCall("call google.compute.images.delete(?, ?)")) {
      assertThat(statement.isPoolable()).isFalse();
      assertThat(prepared.isPoolable()).isTrue();
      assertThat(call.isPoolable()).isTrue();
      prepared.setPoolable(false);
      assertThat(prepared.isPoolable()).isFalse();
    }
  }

  @Test
  void theLoopOverAllResultsEnds() throws SQLException {
    assertThat(statement.execute("values 1")).isTrue();
    assertThat(statement.getUpdateCount()).isEqualTo(-1);
    ResultSet first = statement.getResultSet();
    assertThat(statement.getMoreResults()).isFalse();
    assertThat(first.isClosed()).isTrue();
    assertThat(statement.getUpdateCount()).isEqualTo(-1);
    assertThat(statement.getResultSet()).isNull();

    assertThat(
            statement.execute("delete from images where project = 'acme-dev' and name = 'nobody'"))
        .isFalse();
    assertThat(statement.getLargeUpdateCount()).isZero();
    assertThat(statement.getMoreResults()).isFalse();
    assertThat(statement.getUpdateCount()).isEqualTo(-1);
  }

  @Test
  void namesAndTextsAreQuoted() throws SQLException {
    assertThat(statement.enquoteIdentifier("name", false)).isEqualTo("name");
    assertThat(statement.enquoteIdentifier("name", true)).isEqualTo("\"name\"");
    assertThat(statement.enquoteIdentifier("a \"b\"", false)).isEqualTo("\"a \"\"b\"\"\"");
    assertThat(statement.isSimpleIdentifier("1a")).isFalse();
    assertThat(statement.isSimpleIdentifier("i\u0307")).isFalse();
    SqlFailures.failure("22023", () -> statement.enquoteIdentifier("", true));
    String literal = statement.enquoteLiteral("o'clock");
    assertThat(texts(statement.executeQuery("values " + literal))).containsExactly("o'clock");
    String national = statement.enquoteNCharLiteral("o'clock");
    assertThat(texts(statement.executeQuery("values " + national))).containsExactly("o'clock");
  }

  @Test
  void anUnknownSchemaIsRefusedAndTheOldOneStays() throws SQLException {
    connection.setSchema("google.compute");
    assertThat(connection.getCatalog()).isEqualTo("google");
    SqlFailures.failure("42S02", () -> connection.setSchema("nowhere"));
    SqlFailures.failure("42S02", () -> connection.setCatalog("nowhere"));
    assertThat(connection.getSchema()).isEqualTo("compute");
    connection.setSchema(null);
    connection.setCatalog(null);
    assertThat(connection.getSchema()).isEqualTo("compute");
    connection.setCatalog("yandex");
    assertThat(connection.getSchema()).isEqualTo("compute");
  }

  @Test
  void validityIsToldWithoutACall() throws SQLException {
    assertThat(connection.isValid(0)).isTrue();
    assertThat(cloud.requests()).isZero();
    connection.close();
    assertThat(connection.isValid(1)).isFalse();
    connection.close();
    connection.abort(Runnable::run);
    SqlFailures.failure("08003", connection::rollback);
    SqlFailures.failure("08003", () -> statement.getWarnings());
  }

  @Test
  void warningsAreClearedByTheNextExecution() throws SQLException {
    connection.setClientInfo("ApplicationName", "report");
    assertThat(connection.getWarnings().getMessage()).contains("ApplicationName");
    connection.clearWarnings();
    assertThat((Object) connection.getWarnings()).isNull();
    assertThat(connection.getClientInfo()).isEmpty();
    assertThat(connection.getClientInfo("ApplicationName")).isNull();
  }
}
