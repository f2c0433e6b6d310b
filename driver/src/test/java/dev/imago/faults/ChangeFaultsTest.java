package dev.imago.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.emulator.http.Fault;
import dev.imago.emulator.http.RecordedRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every fault on its way to every kind of change, over real sockets. What becomes of them is a
 * table of {@code docs/reliability.md}. With {@code -Dreference.update=true} it is written anew, to
 * be read before it is committed.
 */
@Timeout(120)
class ChangeFaultsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void isMadeOnceAtMost(WriteFault fault) throws Exception {
    Map<String, Set<TestedWrite>> writesByOutcome = new LinkedHashMap<>();
    for (TestedWrite write : TestedWrite.values()) {
      WriteOutcome outcome = outcome(fault, write);
      check(fault, write, outcome);
      String row =
          "%d | %d | %s | %s |"
              .formatted(outcome.arrived(), outcome.effects(), code(outcome), outcome.says());
      writesByOutcome.computeIfAbsent(row, key -> EnumSet.noneOf(TestedWrite.class)).add(write);
    }
    List<String> rows = new ArrayList<>();
    writesByOutcome.forEach(
        (row, writes) -> rows.add("| " + fault.text() + " | " + name(writes) + " | " + row));
    if (Boolean.getBoolean("reference.update")) {
      FaultsPage.update(fault.text(), rows);
    } else {
      assertThat(FaultsPage.rows(fault.text())).isEqualTo(rows);
    }
  }

  private static String name(Set<TestedWrite> writes) {
    Set<TestedWrite> keyed = EnumSet.allOf(TestedWrite.class);
    keyed.removeIf(write -> write.repeatKey().isEmpty());
    if (writes.size() == TestedWrite.values().length) {
      return "any";
    }
    if (writes.equals(keyed)) {
      return "with a key";
    }
    return writes.equals(EnumSet.complementOf(EnumSet.copyOf(keyed)))
        ? "without a key"
        : writes.stream().map(write -> code(write.method())).collect(Collectors.joining(", "));
  }

  private static String code(WriteOutcome outcome) {
    return outcome.error() == null ? "" : code(outcome.sqlState());
  }

  private static String code(String text) {
    return "`" + text + "`";
  }

  /** What holds whatever the fault is. */
  private static void check(WriteFault fault, TestedWrite write, WriteOutcome outcome) {
    String what = fault + " on " + write + ": " + outcome;
    assertThat(outcome.effects()).as(what).isLessThanOrEqualTo(1);
    assertThat(outcome.attempts()).as(what).hasSize(1);
    boolean mayArriveTwice = write.repeatKey().isPresent() || fault == WriteFault.TOKEN_REFUSED;
    assertThat(outcome.arrived()).as(what).isLessThanOrEqualTo(mayArriveTwice ? 5 : 1);
    SQLException error = outcome.error();
    if (error == null) {
      assertThat(outcome.effects()).as(what).isEqualTo(1);
    }
    if (error instanceof SQLTransientException) {
      assertThat(outcome.effects()).as(what).isZero();
    }
    if (outcome.effects() == 1 && error != null) {
      assertThat(outcome.look()).as(what).isPresent();
    }
    if (outcome.sqlState().equals("08007")) {
      assertThat((Throwable) error).as(what).isInstanceOf(SQLNonTransientConnectionException.class);
      assertThat(outcome.look()).as(what).isPresent();
      assertThat(outcome.key().map(key -> key.replaceFirst(" = .*", "")))
          .as(what)
          .isEqualTo(write.repeatKey());
    }
  }

  private WriteOutcome outcome(WriteFault fault, TestedWrite write)
      throws IOException, SQLException, InterruptedException {
    int broken = fault == WriteFault.CUT_BEFORE_ARRIVAL ? 1 : 0;
    try (FaultyClouds clouds =
        fault == WriteFault.TOKEN_REFUSED
            ? FaultyClouds.closed(broken, folder)
            : FaultyClouds.open(broken)) {
      String sql = sql(write, clouds);
      Optional<Fault> inCloud = fault.in(write.provider());
      inCloud.ifPresent(each -> clouds.strike(write, each, fault.times()));
      try (Connection connection =
          fault == WriteFault.NO_SERVER
              ? clouds.connectToNobody()
              : clouds.connect(fault == WriteFault.TIMEOUT ? "timeout=1s" : "")) {
        @Nullable SQLException error = run(fault, write, sql, connection, clouds);
        clouds.emulator().faults().clear();
        WriteOutcome outcome =
            new WriteOutcome(
                clouds.arrived(write).size(),
                clouds.rows(write.effects()).size(),
                error,
                attempts(write, connection));
        checkRequests(write, clouds, outcome);
        return outcome;
      }
    }
  }

  private static String sql(TestedWrite write, FaultyClouds clouds) throws SQLException {
    String sql = write.sql();
    if (write.firstRead().isPresent()) {
      sql = sql.replace("$", clouds.rows(write.firstRead().get()).get(0));
    }
    return sql;
  }

  /** All the requests of one change are one request, and the advised query can be run. */
  private static void checkRequests(TestedWrite write, FaultyClouds clouds, WriteOutcome outcome)
      throws SQLException {
    assertThat(clouds.arrived(write).stream().map(ChangeFaultsTest::request).distinct())
        .hasSizeLessThanOrEqualTo(1);
    if (outcome.key().isPresent() && outcome.arrived() > 0) {
      String key = outcome.key().get();
      assertThat(request(clouds.arrived(write).get(0)))
          .contains(key.substring(key.lastIndexOf(' ') + 1));
    }
    if (outcome.look().isPresent()) {
      List<String> found = clouds.rows(outcome.look().get());
      if (write.makesARow()) {
        assertThat(found).hasSize(outcome.effects());
      }
    }
  }

  private static String request(RecordedRequest request) {
    return request.line() + request.headers().get("Idempotency-key") + request.body();
  }

  private static List<String> attempts(TestedWrite write, Connection connection)
      throws SQLException {
    return FaultyClouds.rows(
        connection,
        "SELECT attempts FROM imago.system.calls WHERE method = '" + write.methodName() + "'");
  }

  private static @Nullable SQLException run(
      WriteFault fault, TestedWrite write, String sql, Connection connection, FaultyClouds clouds)
      throws SQLException, InterruptedException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      if (fault == WriteFault.QUERY_TIMEOUT || fault == WriteFault.TIMEOUT_INSIDE_ANSWER) {
        statement.setQueryTimeout(1);
      }
      if (fault == WriteFault.CANCEL) {
        return cancelled(write, statement, clouds);
      }
      return failure(statement);
    }
  }

  private static @Nullable SQLException failure(PreparedStatement statement) {
    try {
      statement.executeQuery().close();
      return null;
    } catch (SQLException e) {
      return e;
    }
  }

  private static @Nullable SQLException cancelled(
      TestedWrite write, PreparedStatement statement, FaultyClouds clouds)
      throws SQLException, InterruptedException {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<@Nullable SQLException> failure = thread.submit(() -> failure(statement));
      Instant deadline = Instant.now().plus(PATIENCE);
      while (clouds.rows(write.effects()).isEmpty() && Instant.now().isBefore(deadline)) {
        Thread.onSpinWait();
      }
      Instant before = Instant.now();
      statement.cancel();
      @Nullable SQLException error = failure.get();
      assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(2));
      return error;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      thread.shutdownNow();
    }
  }
}
