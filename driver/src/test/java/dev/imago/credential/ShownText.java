package dev.imago.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a program, its user or its logs get to see: what all loggers of the process say
 * at every level, what is printed, and what a test adds. The planner and the compiler of its code,
 * which no credential reaches, are left out: they log a thousand times what the others do. Safe for
 * any number of threads.
 */
final class ShownText implements AutoCloseable {
  /** Its own buffer is safe for any number of threads. */
  private final StringWriter text = new StringWriter();

  private final Logger root = Logger.getLogger("");
  private final List<Logger> leftOut =
      Stream.of("org.apache.calcite", "org.calcite", "org.codehaus")
          .map(Logger::getLogger)
          .toList();
  private final @Nullable Level usualLevel = root.getLevel();
  private final PrintStream usualOut = System.out;
  private final PrintStream usualErr = System.err;
  private final Handler handler = new Listening();

  /** Takes each line as it comes. */
  private final class Listening extends Handler {
    private final SimpleFormatter format = new SimpleFormatter();

    @Override
    public void publish(LogRecord entry) {
      text.append(entry.getLoggerName())
          .append(": ")
          .append(format.formatMessage(entry))
          .append('\n');
      if (entry.getThrown() != null) {
        add(entry.getThrown());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  /** What is printed is printed no more, but kept. */
  private final class Printed extends OutputStream {
    @Override
    public void write(int octet) {
      text.append((char) octet);
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
      text.append(new String(bytes, from, count, UTF_8));
    }
  }

  ShownText() {
    handler.setLevel(Level.ALL);
    root.addHandler(handler);
    root.setLevel(Level.ALL);
    leftOut.forEach(logger -> logger.setLevel(Level.OFF));
    PrintStream kept = new PrintStream(new Printed(), true, UTF_8);
    System.setOut(kept);
    System.setErr(kept);
  }

  /** Adds what {@code toString} of it gives. */
  void add(@Nullable Object shown) {
    text.append(shown + "\n");
  }

  /** Adds a failure with its stack trace and its causes. */
  void add(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    text.append(trace.toString());
  }

  /** Runs a statement and adds its rows and its warnings, or its failure. */
  void addRows(Connection connection, String sql) {
    try (Statement statement = connection.createStatement()) {
      add(statement);
      try (ResultSet rows = statement.executeQuery(sql)) {
        add(rows);
        while (rows.next()) {
          for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
            add(rows.getString(column));
          }
        }
        addWarnings(rows.getWarnings());
      }
      addWarnings(statement.getWarnings());
    } catch (SQLException failure) {
      add(failure);
    }
  }

  private void addWarnings(@Nullable SQLWarning first) {
    for (SQLWarning next = first; next != null; next = next.getNextWarning()) {
      add((Throwable) next);
    }
  }

  /** Adds the tables of {@code imago.system}, each with all of its rows. */
  void addSystemTables(Connection connection) throws SQLException {
    try (ResultSet tables = connection.getMetaData().getTables("imago", "system", "%", null)) {
      while (tables.next()) {
        addRows(connection, "SELECT * FROM imago.system." + tables.getString("TABLE_NAME"));
      }
    }
  }

  /** What has been shown so far. */
  String text() {
    return text.toString();
  }

  @Override
  public void close() {
    System.setOut(usualOut);
    System.setErr(usualErr);
    leftOut.forEach(logger -> logger.setLevel(null));
    root.setLevel(usualLevel);
    root.removeHandler(handler);
  }
}
