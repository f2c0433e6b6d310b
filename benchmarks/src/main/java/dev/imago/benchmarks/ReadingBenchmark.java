package dev.imago.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okhttp3.HttpUrl;

/**
 * Prints how long reading through JDBC takes, beside what it is compared with: a scan of a million
 * images beside the same pages read by hand, late pages beside the same asked for one by one, and a
 * fan-out and a lookup join beside the time that the server's latency alone makes them take.
 */
public final class ReadingBenchmark {
  private static final int ROWS = 1_000_000;
  private static final int PROJECTS = 1_000;
  private static final int CONCURRENCY = 32;
  private static final int RUNS = 3;
  private static final int PAGE = 500;

  private static final String SCAN =
      "SELECT name, diskSizeGb, status FROM google.compute.images WHERE project = 'bulk-"
          + ROWS
          + "'";

  /** Pages that are late, each asked for while the one before it is read. */
  private static final String LATE_PAGES =
      "SELECT name, diskSizeGb, status FROM google.compute.images WHERE project = 'bulk-"
          + BenchmarkServer.LATE_ROWS
          + "'";

  /** The same below a LIMIT, which may end the reading at any row: no page is asked for ahead. */
  private static final String LATE_PAGES_BY_NEED =
      LATE_PAGES + " AND status <> 'DELETING' LIMIT " + BenchmarkServer.LATE_ROWS;

  private static final String FAN_OUT =
      IntStream.range(0, PROJECTS)
          .mapToObj(i -> "'fleet-" + i + "'")
          .collect(
              Collectors.joining(
                  ", ", "SELECT project, name FROM google.compute.images WHERE project IN (", ")"));

  /** The last three digits of a name give each thousand rows the same thousand keys. */
  private static final String LOOKUP_JOIN =
      """
      SELECT i.name, f.name FROM google.compute.images AS i
      JOIN google.compute.images AS f ON f.project = 'fleet-'
        || CAST(CAST(SUBSTRING(i.name FROM CHAR_LENGTH(i.name) - 2) AS INTEGER) AS VARCHAR)
      WHERE i.project = 'bulk-10000'
      """;

  private final PrintStream out;
  private final Connection connection;

  private ReadingBenchmark(PrintStream out, Connection connection) {
    this.out = out;
    this.connection = connection;
  }

  /** Runs the benchmark. */
  public static void main(String[] arguments) throws IOException, SQLException {
    try (ServerProcess server = ServerProcess.start();
        Connection connection = DriverManager.getConnection("jdbc:imago:", server.properties())) {
      String url =
          Objects.requireNonNull(server.properties().getProperty("google.compute.url"))
              + "/projects/bulk-"
              + ROWS
              + "/global/images";
      new ReadingBenchmark(System.out, connection).run(new StreamedScan(HttpUrl.get(url)));
    }
  }

  private void run(StreamedScan byHand) throws IOException, SQLException {
    out.printf(
        Locale.ROOT,
        "%-22s %8s %14s %9s %11s %7s%n",
        "",
        "ms",
        "first row ms",
        "rows",
        "beside ms",
        "ratio");
    for (int run = 0; run < RUNS; run++) {
      long start = System.nanoTime();
      long rows = byHand.read();
      double handMillis = millisSince(start);
      print("scan", read(SCAN), handMillis);
      if (rows != ROWS) {
        throw new IllegalStateException("the server has " + rows + " rows");
      }
    }
    for (int run = 0; run < RUNS; run++) {
      for (Duration work : List.of(Duration.ZERO, Duration.ofMillis(10), Duration.ofMillis(40))) {
        double byNeed = read(LATE_PAGES_BY_NEED, work).millis();
        String busy = work.isZero() ? "" : ", " + work.toMillis() + " ms";
        print("late pages" + busy, read(LATE_PAGES, work), byNeed);
      }
    }
    double ideal = (double) PROJECTS / CONCURRENCY * BenchmarkServer.LATENCY.toMillis();
    for (int run = 0; run < RUNS; run++) {
      print("1,000 projects", read(FAN_OUT), ideal);
      print("lookup join, 1,000 keys", read(LOOKUP_JOIN), ideal);
    }
  }

  /** How long a statement took. */
  private record Reading(double millis, double firstRowMillis, long rows) {}

  private Reading read(String sql) throws SQLException {
    return read(sql, Duration.ZERO);
  }

  /**
   * Reads all rows.
   *
   * @param work how long the program is busy with each five hundred of them
   */
  private Reading read(String sql, Duration work) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      long start = System.nanoTime();
      try (ResultSet result = statement.executeQuery(sql)) {
        double firstRow = 0;
        long rows = 0;
        int columns = result.getMetaData().getColumnCount();
        while (result.next()) {
          firstRow = rows == 0 ? millisSince(start) : firstRow;
          rows++;
          for (int i = 1; i <= columns; i++) {
            result.getObject(i);
          }
          if (rows % PAGE == 0) {
            LockSupport.parkNanos(work.toNanos());
          }
        }
        return new Reading(millisSince(start), firstRow, rows);
      }
    }
  }

  private void print(String label, Reading reading, double beside) {
    out.printf(
        Locale.ROOT,
        "%-22s %8.0f %14.0f %9d %11.0f %7.2f%n",
        label,
        reading.millis(),
        reading.firstRowMillis(),
        reading.rows(),
        beside,
        reading.millis() / beside);
  }

  private static double millisSince(long start) {
    return (System.nanoTime() - start) / 1e6;
  }
}
