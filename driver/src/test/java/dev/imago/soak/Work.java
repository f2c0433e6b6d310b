package dev.imago.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** What the threads do, and what may come of it: the right answer, or one of some SQLStates. */
final class Work {
  /** A read that was repeated as often as it may be, and failed each time. */
  private static final List<String> OF_READS = List.of("08006", "53400", "HV000");

  private static final List<String> OF_CANCELS = List.of("57014", "08006", "53400", "HV000");

  /** The kinds of a change's failures: not known, refused, its answer lost, overtaken. */
  private static final List<String> OF_CHANGES = List.of("08007", "53400", "HV000", "40001");

  private static final List<Query> QUERIES = List.of(Query.values());
  private static final int FEW_ROWS = 3;
  private static final String PROJECT = "acme-dev";

  private final Map<Query, List<String>> right = new EnumMap<>(Query.class);
  private final ExecutorService cancelling;
  private final Tally tally;

  /**
   * Learns the right answers.
   *
   * @param healthy a connection to clouds without faults
   * @param cancelling who cancels what another thread runs
   */
  Work(Connection healthy, ExecutorService cancelling, Tally tally) throws SQLException {
    this.cancelling = cancelling;
    this.tally = tally;
    for (Query query : Query.values()) {
      right.put(query, query.rows(healthy));
    }
  }

  /**
   * Does one thing.
   *
   * @param image a name that nothing else has
   */
  void run(Connection connection, Random random, String image) throws Exception {
    Query query = QUERIES.get(random.nextInt(QUERIES.size()));
    switch (random.nextInt(8)) {
      case 0 -> count("closed early", OF_READS, () -> readFew(connection, query));
      case 1 -> count("cancelled", OF_CANCELS, () -> cancel(connection, query));
      case 2 -> change(connection, image);
      default -> count(query.name(), OF_READS, () -> readAll(connection, query));
    }
  }

  private interface Step {
    void run() throws Exception;
  }

  private boolean count(String kind, List<String> states, Step step) throws Exception {
    try {
      step.run();
      tally.ran(kind);
      return true;
    } catch (SQLException failure) {
      assertThat(states).as(failure.toString()).contains(failure.getSQLState());
      tally.refused(kind, failure.getSQLState());
      return false;
    }
  }

  private void readAll(Connection connection, Query query) throws SQLException {
    assertThat(query.rows(connection)).as(query.name()).isEqualTo(right.get(query));
  }

  private void readFew(Connection connection, Query query) throws SQLException {
    try (PreparedStatement statement = query.prepare(connection);
        ResultSet rows = statement.executeQuery()) {
      assertThat(Query.read(rows, FEW_ROWS)).hasSize(FEW_ROWS).isSubsetOf(right.get(query));
    }
  }

  private void cancel(Connection connection, Query query) throws Exception {
    try (PreparedStatement statement = query.prepare(connection);
        ResultSet rows = statement.executeQuery()) {
      List<String> before = Query.read(rows, 1);
      Future<?> cancelled =
          cancelling.submit(
              () -> {
                statement.cancel();
                return null;
              });
      try {
        before.addAll(Query.read(rows, Integer.MAX_VALUE));
        assertThat(Query.sorted(before)).as(query.name()).isEqualTo(right.get(query));
      } finally {
        // The next statement of this connection must not be the one that is cancelled.
        cancelled.get();
      }
    }
  }

  /** An image that no other thread names: it is there after its INSERT, and gone after a DELETE. */
  private void change(Connection connection, String image) throws Exception {
    String of = " WHERE project = '" + PROJECT + "' AND name = '" + image + "'";
    boolean made =
        count(
            "INSERT",
            OF_CHANGES,
            () ->
                update(
                    connection,
                    "INSERT INTO google.compute.images (project, name, sourceImage) VALUES ('"
                        + PROJECT
                        + "', '"
                        + image
                        + "', 'projects/acme-prod/global/images/web-base-v2')"));
    if (made) {
      count("read of its own", OF_READS, () -> assertThat(named(connection, of)).isEqualTo(1));
      boolean deleted =
          count(
              "DELETE",
              OF_CHANGES,
              () -> update(connection, "DELETE FROM google.compute.images" + of));
      if (deleted) {
        count("read of its own", OF_READS, () -> assertThat(named(connection, of)).isZero());
      }
    }
  }

  private static void update(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).as(sql).isEqualTo(1);
    }
  }

  private static int named(Connection connection, String of) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT name, status FROM google.compute.images" + of)) {
      return Query.read(rows, Integer.MAX_VALUE).size();
    }
  }
}
