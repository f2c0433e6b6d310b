package dev.imago.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.emulator.http.Fault;
import dev.imago.emulator.http.FaultRule;
import dev.imago.emulator.http.Response;
import dev.imago.faults.Gate;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One statement that is stopped while it waits, and another one besides. */
final class StopScene implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration TIME_OUT = Duration.ofSeconds(2);

  /** Images of acme-dev, which come first. */
  private static final int FIRST = 7;

  /** The project at whose call the statement waits. */
  private static final String LAST = "bulk-100000";

  /** Where the emulator gives the tokens of machines. */
  private static final String TOKENS =
      "/yandex/computeMetadata/v1/instance/service-accounts/default/token";

  private static final int TABLES = 200;
  private static final int PIECE = 2000;

  private final Wait wait;
  private final Stop stop;
  private final CountDownLatch held = new CountDownLatch(1);
  private final DemoCloud cloud = new DemoCloud();
  private final Gate way = new Gate(cloud.emulator().port(), 0);
  private final ImagoConnection connection;
  private final ImagoConnection equal;

  StopScene(Wait wait, Stop stop) throws IOException, SQLException {
    this.wait = wait;
    this.stop = stop;
    String properties =
        "google.compute.url=http://127.0.0.1:"
            + way.port()
            + "/compute/beta;maxConcurrency="
            + (stop == Stop.LIMIT ? 2 : 1)
            + (wait == Wait.PACE ? ";google.rateLimit=1" : "")
            + (wait == Wait.CREDENTIAL ? ";" + credential() : "");
    this.connection = cloud.connect(properties);
    this.equal = cloud.connect(properties);
  }

  private String credential() {
    return "yandex.auth=metadata;yandex.auth.url=http://127.0.0.1:"
        + cloud.emulator().port()
        + TOKENS;
  }

  /** Stops it; how long it took until it had ended. */
  Duration play() throws Exception {
    try (Statement statement = connection.createStatement();
        Statement besides = equal.createStatement()) {
      Background<SQLException> other = begin(besides);
      Duration time = stop == Stop.LIMIT ? readToTheLimit(statement) : stop(statement);

      awaitConnections();
      // Its place and its turn are free, though the service has not answered what was given up.
      besides.cancel();
      other.result();
      try (Statement next = connection.createStatement()) {
        assertThat(count(next, "select name from images where project = 'acme-dev'"))
            .isEqualTo(FIRST);
      }
      return time;
    }
  }

  /** Makes the calls wait; the other statement takes what this one will wait for. */
  private Background<SQLException> begin(Statement besides) {
    FaultRule last = FaultRule.on("GET", LAST);
    switch (wait) {
      case HEADERS -> cloud.emulator().faults().add(last, Fault.heldBeforeAnswer(held));
      case BODY -> cloud.emulator().faults().add(last, Fault.heldInsideAnswer(PIECE, held));
      case REPETITION ->
          cloud
              .emulator()
              .faults()
              .add(last, Fault.answer(Response.text(503, "busy").withHeader("Retry-After", "60")));
      case CREDENTIAL ->
          cloud.emulator().faults().add(FaultRule.on("GET", TOKENS), Fault.heldBeforeAnswer(held));
      case PLACE -> {
        cloud
            .emulator()
            .faults()
            .add(FaultRule.on("GET", "debian-cloud"), Fault.heldBeforeAnswer(held));
        return other(besides, "debian-cloud");
      }
      case PACE -> {
        return other(besides, LAST);
      }
      case PLANNING -> {}
    }
    return Background.start(() -> new SQLException("there is no other"));
  }

  private Background<SQLException> other(Statement besides, String project) {
    Background<SQLException> started =
        Background.start(
            () ->
                SqlFailures.failure(
                    "57014",
                    () ->
                        count(
                            besides, "select name from images where project = '" + project + "'")));
    cloud.awaitRequest();
    return started;
  }

  private Duration stop(Statement statement) throws Exception {
    if (stop == Stop.TIME_OUT) {
      statement.setQueryTimeout(Math.toIntExact(TIME_OUT.toSeconds()));
    }
    String sql =
        switch (wait) {
          case PLANNING -> longToPlan();
          case CREDENTIAL ->
              "select name from yandex.compute.images where folder_id = 'b1gfolderdev'";
          default -> "select name from images where project = '" + LAST + "'";
        };
    Instant begun = Instant.now();
    Background<Instant> reading =
        Background.start(
            () -> {
              SqlFailures.failure(
                  stop == Stop.TIME_OUT ? "HYT00" : "57014", () -> count(statement, sql));
              return Instant.now();
            });
    awaitWait(reading);
    Instant asked = stop == Stop.TIME_OUT ? begun.plus(TIME_OUT) : Instant.now();
    if (stop == Stop.CANCEL) {
      statement.cancel();
    } else if (stop == Stop.CLOSE) {
      statement.close();
    }
    return Duration.between(asked, reading.result());
  }

  private void awaitWait(Background<?> reading) {
    switch (wait) {
      case HEADERS, CREDENTIAL -> {
        cloud.awaitRequest();
        reading.awaitCall();
      }
      case BODY -> until("the answer is read", () -> reading.isIn("readSteadily"));
      case PACE, REPETITION -> {
        until("a call waits", StopScene::hasTimer);
        reading.awaitCall();
      }
      case PLACE -> reading.awaitCall();
      case PLANNING -> until("it is planned", () -> reading.isIn("optimize"));
    }
  }

  /** The call behind the one whose rows are enough is under way when the last of them is read. */
  private Duration readToTheLimit(Statement statement) throws SQLException {
    String sql =
        "select name from images where project in ('acme-dev', 'acme-prod', '"
            + LAST
            + "') limit "
            + (FIRST + 1);
    try (ResultSet rows = statement.executeQuery(sql)) {
      for (int row = 0; row <= FIRST; row++) {
        assertThat(rows.next()).isTrue();
      }
      if (wait == Wait.PACE || wait == Wait.REPETITION) {
        until("a call waits", StopScene::hasTimer);
      } else {
        cloud.awaitRequests(3);
      }
      Instant asked = Instant.now();
      assertThat(rows.next()).isFalse();
      return Duration.between(asked, Instant.now());
    }
  }

  /** Returns when no connection is left but those of answers that have come, and the other's. */
  private void awaitConnections() {
    int idle = stop == Stop.LIMIT ? 2 : wait == Wait.REPETITION ? 1 : 0;
    int others = wait == Wait.PACE || wait == Wait.PLACE ? 1 : 0;
    until("the connections are closed", () -> way.open() <= idle + others);
  }

  private static void until(String what, BooleanSupplier condition) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(deadline)) {
        throw new IllegalStateException("it has been long, and not yet: " + what);
      }
      Thread.onSpinWait();
    }
  }

  private static boolean hasTimer() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().equals("imago-call-timer"));
  }

  private static String longToPlan() {
    return IntStream.range(0, TABLES)
        .mapToObj(
            i -> "images as i" + i + (i == 0 ? "" : " on i" + i + ".name = i" + (i - 1) + ".name"))
        .collect(
            Collectors.joining(" join ", "select i0.name from ", " where i0.project = 'acme-dev'"));
  }

  private static int count(Statement statement, String sql) throws SQLException {
    int rows = 0;
    try (ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows++;
      }
    }
    return rows;
  }

  @Override
  public void close() throws IOException, SQLException {
    held.countDown();
    connection.close();
    equal.close();
    way.close();
    cloud.close();
  }
}
