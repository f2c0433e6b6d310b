package dev.imago.golden;

import dev.imago.emulator.state.Outcome;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.hydromatic.quidem.AbstractCommand;
import net.hydromatic.quidem.Command;
import net.hydromatic.quidem.CommandHandler;
import org.jspecify.annotations.Nullable;

/**
 * What scripts can say beside Quidem's own commands. {@code !calls} prints the HTTP calls since the
 * last {@code !calls}; {@code !fails} prints the SQLState and the message of the statement's error;
 * {@code !answer} prints each row as lines of a name and a value, without the NULLs; {@code
 * !changes} prints how many rows the statement changed, and the keys that it gives back; {@code
 * !warnings} runs the statement once more and prints what it warns about. {@code !operation fails
 * PATH} and {@code !operation hangs PATH} say how the next operation on a resource of Google's goes
 * on.
 */
final class GoldenCommands implements CommandHandler {
  private static final Pattern OUTCOME = Pattern.compile("operation (fails|hangs) (\\S+)");

  private final Clouds clouds;
  private final Map<Connection, CallTranscript> transcripts = new HashMap<>();

  GoldenCommands(Clouds clouds) {
    this.clouds = clouds;
  }

  @Override
  public @Nullable Command parseCommand(List<String> lines, List<String> content, String line) {
    return switch (line) {
      case "calls" -> new Printed(lines, content, this::printCalls);
      case "answer" -> new Printed(lines, content, this::printAnswer);
      case "changes" -> new Printed(lines, content, this::printChanges);
      case "fails" -> new Printed(lines, content, this::printError);
      case "warnings" -> new Printed(lines, content, this::printWarnings);
      default -> {
        Matcher outcome = OUTCOME.matcher(line);
        yield outcome.matches()
            ? new Printed(lines, content, context -> script(outcome.group(1), outcome.group(2)))
            : null;
      }
    };
  }

  private void script(String what, String target) {
    Outcome outcome =
        what.equals("hangs")
            ? Outcome.endless()
            : Outcome.failure(503, "ZONE_RESOURCE_POOL_EXHAUSTED", "There is no room for it now.");
    clouds.emulator().outcomes().script(target, outcome);
  }

  private void printCalls(Command.Context context) throws SQLException {
    newCalls(context).forEach(context.writer()::println);
  }

  private List<String> newCalls(Command.Context context) throws SQLException {
    return transcripts
        .computeIfAbsent(context.connection(), connection -> new CallTranscript(clouds))
        .next(context.connection());
  }

  /** The calls of the further run are not among those that the next {@code !calls} prints. */
  private void printWarnings(Command.Context context) throws SQLException {
    newCalls(context);
    try (Statement statement = context.connection().createStatement();
        ResultSet rows = statement.executeQuery(context.previousSqlCommand().sql)) {
      print(statement.getWarnings(), context.writer());
      while (rows.next()) {
        rows.getObject(1);
      }
      print(rows.getWarnings(), context.writer());
    }
    newCalls(context);
  }

  private void print(@Nullable SQLWarning first, PrintWriter writer) {
    for (SQLWarning warning = first; warning != null; warning = warning.getNextWarning()) {
      writer.println(clouds.withoutPort(String.valueOf(warning.getMessage())));
    }
  }

  private void printError(Command.Context context) {
    PrintWriter writer = context.writer();
    try (Statement statement = context.connection().createStatement()) {
      int count = 0;
      if (statement.execute(context.previousSqlCommand().sql)) {
        try (ResultSet rows = statement.getResultSet()) {
          while (rows.next()) {
            count++;
          }
        }
      } else {
        count = statement.getUpdateCount();
      }
      writer.println("no error, but " + count + " rows");
    } catch (SQLException failure) {
      writer.println(
          failure.getSQLState()
              + ": "
              + CallTranscript.withoutKeys(
                  clouds.withoutPort(String.valueOf(failure.getMessage()))));
    }
  }

  private void printAnswer(Command.Context context) throws SQLException {
    PrintWriter writer = context.writer();
    try (Statement statement = context.connection().createStatement();
        ResultSet rows = statement.executeQuery(context.previousSqlCommand().sql)) {
      ResultSetMetaData columns = rows.getMetaData();
      while (rows.next()) {
        for (int column = 1; column <= columns.getColumnCount(); column++) {
          String value = rows.getString(column);
          if (value != null) {
            writer.println(
                columns.getColumnLabel(column) + ": " + CallTranscript.withoutKeys(value));
          }
        }
      }
    }
  }

  private void printChanges(Command.Context context) throws SQLException {
    PrintWriter writer = context.writer();
    try (Statement statement = context.connection().createStatement()) {
      int count =
          statement.executeUpdate(
              context.previousSqlCommand().sql, Statement.RETURN_GENERATED_KEYS);
      writer.println(count + (count == 1 ? " row changed" : " rows changed"));
      try (ResultSet keys = statement.getGeneratedKeys()) {
        while (keys.next()) {
          writer.println("operation " + keys.getString(1) + ", target " + keys.getString(2));
        }
      }
    }
  }

  private interface Printer {
    void print(Command.Context context) throws SQLException;
  }

  /** A command that prints what it finds out, and then itself. */
  private static final class Printed extends AbstractCommand {
    private final List<String> lines;
    private final List<String> content;
    private final Printer printer;

    Printed(List<String> lines, List<String> content, Printer printer) {
      this.lines = List.copyOf(lines);
      this.content = List.copyOf(content);
      this.printer = printer;
    }

    @Override
    public void execute(Context context, boolean execute) throws SQLException {
      if (execute) {
        printer.print(context);
      } else {
        context.echo(content);
      }
      context.echo(lines);
    }
  }
}
