package dev.imago.jdbc.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imago.calcite.engine.RowCursor;
import dev.imago.calcite.statement.OutputColumn;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.jdbc.value.BasicTypes;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.calcite.sql.type.SqlTypeName;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ImagoResultSetTest {
  private static final BasicTypes TYPES = new BasicTypes();
  private static final ResultColumns COLUMNS =
      new ResultColumns(
          List.of(
              column("name", SqlTypeName.VARCHAR),
              column("size", SqlTypeName.BIGINT),
              column("Created", SqlTypeName.TIMESTAMP),
              column("NAME", SqlTypeName.VARCHAR)),
          false);
  private static final long CREATED = Instant.parse("2023-11-14T22:13:20Z").toEpochMilli();

  @Test
  void readsRowsForwardAndOnce() throws SQLException {
    ResultSet rows = rows(0);

    assertThat(rows.isBeforeFirst()).isTrue();
    assertThat(rows.next()).isTrue();
    assertThat(rows.isFirst()).isTrue();
    assertThat(rows.getRow()).isEqualTo(1);
    assertThat(rows.getString(1)).isEqualTo("a");
    assertThat(rows.next()).isTrue();
    assertThat(rows.isFirst()).isFalse();
    assertThat(rows.next()).isTrue();
    assertThat(rows.next()).isFalse();
    assertThat(rows.next()).isFalse();
    assertThat(rows.isAfterLast()).isTrue();
    assertThat(rows.getRow()).isZero();
    assertFails("24000", () -> rows.getString(1));
  }

  @Test
  void tellsNullFromZero() throws SQLException {
    ResultSet rows = rows(0);
    rows.next();
    assertThat(rows.getLong("size")).isEqualTo(10);
    assertThat(rows.wasNull()).isFalse();
    rows.next();

    assertThat(rows.getLong("size")).isZero();
    assertThat(rows.wasNull()).isTrue();
    assertThat(rows.getObject("size")).isNull();
    assertThat(rows.getBoolean("size")).isFalse();
    assertThat(rows.getTimestamp("created")).isNull();
  }

  @Test
  void findsTheFirstColumnOfALabelWhateverItsLetterCase() throws SQLException {
    ResultSet rows = rows(0);

    assertThat(rows.findColumn("Name")).isEqualTo(1);
    assertThat(rows.findColumn("CREATED")).isEqualTo(3);
    assertFails("42S22", () -> rows.findColumn("nope"));
    assertFails("42S22", () -> rows.findColumn(null));
  }

  @Test
  void refusesColumnsThatThereAreNot() throws SQLException {
    ResultSet rows = rows(0);
    rows.next();

    assertFails("07009", () -> rows.getString(0));
    assertFails("07009", () -> rows.getString(5));
    assertFails("22018", () -> rows.getLong(1));
    assertFails("0A000", () -> rows.updateString(1, "x"));
    assertFails("0A000", rows::previous);
  }

  @Test
  void readsATimestampInACalendarsZone() throws SQLException {
    ResultSet rows = rows(0);
    rows.next();
    Calendar tokyo = new GregorianCalendar(TimeZone.getTimeZone("Asia/Tokyo"));

    assertThat(rows.getTimestamp(3)).isEqualTo(Timestamp.valueOf("2023-11-14 22:13:20"));
    assertThat(rows.getTimestamp(3, tokyo).toInstant())
        .isEqualTo(Instant.parse("2023-11-14T13:13:20Z"));
    assertThat(rows.getDate(3, tokyo).getTime())
        .isEqualTo(Instant.parse("2023-11-13T15:00:00Z").toEpochMilli());
  }

  @Test
  void stopsAtTheMostRowsAndLetsGoOfTheCursor() throws SQLException {
    CountingCursor cursor = new CountingCursor();
    ImagoResultSet rows = new ImagoResultSet(COLUMNS, cursor, ResultOwner.NONE, 2);

    assertThat(rows.next()).isTrue();
    assertThat(rows.next()).isTrue();
    assertThat(rows.next()).isFalse();

    assertThat(cursor.moves).isEqualTo(2);
    assertThat(cursor.closes).isEqualTo(1);
  }

  @Test
  void saysNothingMoreOnceItIsClosed() throws SQLException {
    CountingCursor cursor = new CountingCursor();
    ImagoResultSet rows = new ImagoResultSet(COLUMNS, cursor, ResultOwner.NONE, 0);
    rows.next();

    rows.close();
    rows.close();

    assertThat(rows.isClosed()).isTrue();
    assertThat(cursor.closes).isEqualTo(1);
    assertFails("24000", rows::next);
    assertFails("24000", () -> rows.getString(1));
    assertFails("24000", () -> rows.findColumn("name"));
  }

  @Test
  void endsWithTheFailureOfARow() throws SQLException {
    CountingCursor cursor =
        new CountingCursor() {
          @Override
          public boolean next() {
            throw new ImagoException(ErrorCode.CONNECTION_LOST, "the connection broke");
          }
        };
    ImagoResultSet rows = new ImagoResultSet(COLUMNS, cursor, ResultOwner.NONE, 0);

    assertFails("08006", rows::next);

    assertThat(cursor.closes).isEqualTo(1);
    assertThat(rows.next()).isFalse();
  }

  @Test
  void tellsTheFailureOfItsClose() throws SQLException {
    CountingCursor cursor =
        new CountingCursor() {
          @Override
          public void close() {
            throw new IllegalStateException("cannot let go");
          }
        };
    ImagoResultSet rows = new ImagoResultSet(COLUMNS, cursor, ResultOwner.NONE, 0);

    assertFails("XX000", rows::close);

    assertThat(rows.isClosed()).isTrue();
    rows.close();
  }

  @Test
  void closesAtOnceWhileAnotherThreadWaitsForARow()
      throws SQLException, InterruptedException, ExecutionException {
    CountDownLatch waiting = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    RowCursor slow =
        new CountingCursor() {
          @Override
          public boolean next() {
            waiting.countDown();
            try {
              interrupted.await();
            } catch (InterruptedException failure) {
              throw new IllegalStateException(failure);
            }
            throw new ImagoException(ErrorCode.CANCELLED, "the statement was cancelled");
          }
        };
    ImagoResultSet rows = new ImagoResultSet(COLUMNS, slow, new Interrupting(interrupted), 0);
    FutureTask<@Nullable String> reader = new FutureTask<>(() -> stateOf(rows::next));
    Thread thread = new Thread(reader);
    thread.start();
    waiting.await();

    rows.close();

    assertThat(reader.get()).isEqualTo("57014");
    thread.join();
  }

  @Test
  void describesItsColumns() throws SQLException {
    ResultSetMetaData columns = rows(0).getMetaData();

    assertThat(columns.getColumnCount()).isEqualTo(4);
    assertThat(columns.getColumnLabel(3)).isEqualTo("Created");
    assertThat(columns.getColumnType(3)).isEqualTo(Types.TIMESTAMP);
    assertThat(columns.getColumnTypeName(2)).isEqualTo("BIGINT");
    assertThat(columns.getColumnClassName(2)).isEqualTo("java.lang.Long");
    assertThat(columns.getPrecision(2)).isEqualTo(19);
    assertThat(columns.isSigned(2)).isTrue();
    assertThat(columns.isNullable(2)).isEqualTo(ResultSetMetaData.columnNullable);
    assertThat(columns.getTableName(1)).isEqualTo("images");
    assertThat(columns.getTableName(2)).isEmpty();
    assertFails("07009", () -> columns.isCurrency(5));
  }

  private static ResultSet rows(long maxRows) {
    return new ImagoResultSet(
        COLUMNS,
        new ListCursor(
            List.of(
                Arrays.asList("a", 10L, CREATED, "A"),
                Arrays.asList("b", null, null, "B"),
                Arrays.asList("c", 30L, CREATED, "C"))),
        ResultOwner.NONE,
        maxRows);
  }

  private static OutputColumn column(String label, SqlTypeName type) {
    return new OutputColumn(
        label,
        TYPES.of(type, true),
        type == SqlTypeName.VARCHAR
            ? Optional.of(new OutputColumn.Origin("google", "compute", "images", label))
            : Optional.empty());
  }

  private static void assertFails(String sqlState, ThrowingCallable action) {
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(action)
        .satisfies(failure -> assertThat(failure.getSQLState()).isEqualTo(sqlState));
  }

  private static @Nullable String stateOf(ThrowingCallable action) throws Exception {
    try {
      action.call();
      return null;
    } catch (SQLException failure) {
      return failure.getSQLState();
    } catch (Throwable other) {
      throw new IllegalStateException(other);
    }
  }

  private static class CountingCursor implements RowCursor {
    int moves;
    int closes;

    @Override
    public boolean next() {
      moves++;
      return true;
    }

    @Override
    public Object value(int column) {
      return "value";
    }

    @Override
    public void close() {
      closes++;
    }
  }

  private record Interrupting(CountDownLatch latch) implements ResultOwner {
    @Override
    public java.sql.@Nullable Statement statement() {
      return null;
    }

    @Override
    public void interrupt() {
      latch.countDown();
    }

    @Override
    public SQLException failure(RuntimeException failure) {
      return ResultOwner.NONE.failure(failure);
    }

    @Override
    public void ended() {}

    @Override
    public void closed(ResultSet rows) {}
  }
}
