package dev.imago.launcher.shell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jline.reader.Completer;
import sqlline.AbstractCommandHandler;
import sqlline.CommandHandler;
import sqlline.DispatchCallback;
import sqlline.SqlLine;

/**
 * The commands that sqlline's own do not do well enough: those look into one catalog, the
 * connection's, and there is one for each cloud.
 */
final class OwnCommands {
  private static final String SQL = "sql";
  private static final String HELP = "help";
  private static final String DESCRIBE = "describe";
  private static final String TABLES = "tables";

  private final SqlLine shell;
  private final Map<String, CommandHandler> byName = new HashMap<>();

  private OwnCommands(SqlLine shell) {
    this.shell = shell;
    for (CommandHandler handler : shell.getCommandHandlers()) {
      byName.put(handler.getName(), handler);
    }
  }

  /** Puts the commands in the places of sqlline's. */
  static void install(SqlLine shell) {
    shell.updateCommandHandlers(new OwnCommands(shell).all());
  }

  private Collection<CommandHandler> all() {
    Map<String, CommandHandler> own = new HashMap<>();
    for (ListQuery query : ListQuery.values()) {
      own.put(query.command(), new Listing(query));
    }
    own.put(DESCRIBE, new Describe());
    own.put(HELP, new Help());
    List<CommandHandler> handlers = new ArrayList<>();
    for (CommandHandler handler : shell.getCommandHandlers()) {
      handlers.add(own.getOrDefault(handler.getName(), handler));
    }
    return handlers;
  }

  private void run(String sql, DispatchCallback callback) {
    original(SQL).execute(SQL + " " + sql, callback);
  }

  /** What follows the command's name. */
  private static String argument(String line) {
    String[] words = line.strip().split("\\s+", 2);
    return words.length < 2 ? "" : words[1].replaceFirst(";$", "").strip();
  }

  private CommandHandler original(String name) {
    CommandHandler handler = byName.get(name);
    if (handler == null) {
      throw new IllegalStateException("sqlline has no command " + name);
    }
    return handler;
  }

  /** Asks a system table. */
  private final class Listing extends AbstractCommandHandler {
    private final ListQuery query;

    Listing(ListQuery query) {
      super(shell, new String[] {query.command()}, query.help(), completers(query.command()));
      this.query = query;
    }

    @Override
    public void execute(String line, DispatchCallback callback) {
      run(query.sql(argument(line)), callback);
    }
  }

  /** The statement of that name, which finds a table as a query does. */
  private final class Describe extends AbstractCommandHandler {
    Describe() {
      super(shell, new String[] {DESCRIBE}, original(DESCRIBE).getHelpText(), completers(DESCRIBE));
    }

    @Override
    public void execute(String line, DispatchCallback callback) {
      String table = argument(line);
      if (table.isEmpty()) {
        shell.error("Usage: !describe <table name>");
        callback.setToFailure();
      } else if (table.equalsIgnoreCase(TABLES)) {
        run(ListQuery.TABLES.sql(""), callback);
      } else {
        run("DESCRIBE " + table, callback);
      }
    }
  }

  /** sqlline's help, and what is not sqlline's. */
  private final class Help extends AbstractCommandHandler {
    private final CommandHandler sqlline = original(HELP);

    Help() {
      super(
          shell,
          original(HELP).getNames().toArray(String[]::new),
          original(HELP).getHelpText(),
          completers(HELP));
    }

    @Override
    public void execute(String line, DispatchCallback callback) {
      sqlline.execute(line, callback);
      if (argument(line).isEmpty()) {
        shell.output(ShellHelp.TEXT);
      }
    }
  }

  private List<Completer> completers(String name) {
    return original(name).getParameterCompleters();
  }
}
