package dev.imago.launcher.run;

import dev.imago.launcher.arguments.Input;
import dev.imago.launcher.format.ResultFormat;
import dev.imago.launcher.script.SqlScript;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs scripts in one connection, until the first error. Rows go to the output, all else to the
 * messages.
 */
public final class ScriptRunner {
  /** The SQLStates of warnings begin with it. */
  private static final String WARNING_CLASS = "01";

  private final Connection connection;
  private final ResultFormat format;
  private final InputReader inputs;
  private final Writer out;
  private final Messages messages;
  private final Interruption interruption;

  /** Whether some statement went without rows. */
  private boolean isIncomplete;

  public ScriptRunner(
      Connection connection,
      ResultFormat format,
      InputStream standardInput,
      OutputStream out,
      Messages messages,
      Interruption interruption) {
    this.connection = connection;
    this.format = format;
    this.inputs = new InputReader(standardInput);
    this.out = DataOutput.to(out, messages.statusLine());
    this.messages = messages;
    this.interruption = interruption;
  }

  /**
   * Runs the statements of the inputs in order.
   *
   * @param timing whether a line of counters follows each statement
   */
  public ExitCode run(List<Input> scripts, boolean timing) {
    try (RowsInTime inTime = new RowsInTime(out);
        CallMeter meter = timing ? new CallMeter(connection) : null;
        Progress progress = Progress.ticking(connection, messages.statusLine())) {
      inTime.start();
      for (Input input : scripts) {
        runScript(input, meter, progress);
      }
      return isIncomplete ? ExitCode.FAILED : ExitCode.OK;
    } catch (SQLException failure) {
      if (interruption.isRequested()) {
        messages.interrupted(failure);
        return ExitCode.INTERRUPTED;
      }
      messages.error(failure);
      return ExitCode.FAILED;
    } catch (OutputFailure failure) {
      if (failure.isClosedPipe()) {
        return ExitCode.OK;
      }
      messages.error("the rows cannot be written: " + failure.getMessage());
      return ExitCode.FAILED;
    } catch (CharacterCodingException failure) {
      messages.error("the script is not in UTF-8");
      return ExitCode.FAILED;
    } catch (IOException failure) {
      messages.error("the script cannot be read: " + failure);
      return ExitCode.FAILED;
    }
  }

  private void runScript(Input input, @Nullable CallMeter meter, @Nullable Progress progress)
      throws SQLException, IOException {
    try (SqlScript script = new SqlScript(inputs.open(input))) {
      String sql = script.next();
      while (sql != null) {
        runMeasured(sql, meter, progress);
        sql = script.next();
      }
    }
  }

  private void runMeasured(String sql, @Nullable CallMeter meter, @Nullable Progress progress)
      throws SQLException, IOException {
    if (progress != null) {
      progress.begin();
    }
    StatementWatch watch = new StatementWatch(System::nanoTime);
    try (Statement statement = connection.createStatement()) {
      interruption.running(statement);
      runStatement(sql, statement, watch);
    } finally {
      interruption.running(null);
      if (progress != null) {
        progress.end();
      }
      if (meter != null) {
        long total = watch.elapsedMillis();
        messages.line(TimingLine.of(watch, total, meter.next()));
      }
    }
  }

  private void runStatement(String sql, Statement statement, StatementWatch watch)
      throws SQLException, IOException {
    try {
      if (statement.execute(sql)) {
        writeRows(statement.getResultSet(), watch);
      } else {
        long count = statement.getLargeUpdateCount();
        watch.changed(count);
        messages.changed(count);
      }
    } finally {
      warn(statement.getWarnings());
    }
  }

  /** A warning whose SQLState is that of an error tells of rows that are missing. */
  private void warn(@Nullable SQLWarning first) {
    messages.warnings(first);
    @Nullable SQLWarning next = first;
    while (next != null) {
      isIncomplete |= !String.valueOf(next.getSQLState()).startsWith(WARNING_CLASS);
      next = next.getNextWarning();
    }
  }

  private void writeRows(ResultSet results, StatementWatch watch) throws SQLException, IOException {
    try (results) {
      try {
        format.write(new JdbcRows(results, watch), out);
      } finally {
        out.flush();
        warn(results.getWarnings());
      }
    }
  }
}
