package dev.imago.launcher.shell;

import dev.imago.launcher.arguments.UsageException;
import dev.imago.launcher.connect.Target;
import dev.imago.launcher.format.OutputFormat;
import dev.imago.launcher.run.ExitCode;
import dev.imago.launcher.run.StatusLine;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sqlline.SqlLine;

/** sqlline on the terminal, connected as the command line says. */
public final class InteractiveShell {
  /**
   * What stands before the URL, so that a {@code !connect} to a plain URL goes to the driver as it
   * does in every other tool.
   */
  private static final String SESSION = "imago:";

  private final Target target;
  private final CacheDirectory cache;

  /**
   * @param environment the variables that tell where the history is kept
   */
  public InteractiveShell(Target target, Map<String, String> environment) {
    this.target = target;
    this.cache = CacheDirectory.of(environment);
  }

  /**
   * The variables as connections of a shell see them: whoever looks around asks the same again and
   * again, so answers are kept for a minute where nothing says for how long.
   */
  public static Map<String, String> withDefaults(Map<String, String> environment) {
    Map<String, String> defaults = new HashMap<>(environment);
    defaults.putIfAbsent("IMAGO_CACHE_TTL", "60s");
    return defaults;
  }

  /**
   * Checks that the shell knows a format.
   *
   * @throws UsageException when it does not
   */
  public static void checkFormat(Optional<OutputFormat> format) throws UsageException {
    if (format.equals(Optional.of(OutputFormat.JSONL))) {
      throw new UsageException("--format jsonl needs -e, -f or a script on the standard input");
    }
  }

  /**
   * Serves the user until they leave.
   *
   * @param connection the connection to begin with
   * @param line where it says how far a statement is
   * @throws SQLException when sqlline cannot be given the connection
   * @throws IOException when the terminal cannot be used
   */
  public ExitCode run(Connection connection, Optional<OutputFormat> format, StatusLine line)
      throws SQLException, IOException {
    boolean saved = cache.create();
    // sqlline asks for this property once, when the first shell is made.
    System.setProperty(SqlLine.SQLLINE_BASE_DIR, cache.path().toString());
    try (ShellProgress progress = new ShellProgress(connection, line)) {
      CompletingShell shell = new CompletingShell(target::connect, target.providers(), progress);
      shell.setOutputStream(progress.beside(new FileOutputStream(FileDescriptor.out)));
      shell.setErrorStream(progress.beside(new FileOutputStream(FileDescriptor.err)));
      return run(connection, format, shell, null, saved);
    }
  }

  /**
   * Serves what comes from a stream.
   *
   * @param input null for the terminal
   * @param saved whether the lines are kept for later sessions
   */
  ExitCode run(
      Connection connection,
      Optional<OutputFormat> format,
      CompletingShell shell,
      @Nullable InputStream input,
      boolean saved)
      throws SQLException, IOException {
    OwnCommands.install(shell);
    String url = SESSION + target.url();
    SessionDriver driver = new SessionDriver(url, connection, target::connect);
    DriverManager.registerDriver(driver);
    try {
      shell.begin(arguments(url, format), input, saved);
      return ExitCode.OK;
    } finally {
      DriverManager.deregisterDriver(driver);
    }
  }

  private static String[] arguments(String url, Optional<OutputFormat> format) {
    return List.of(
            "--connectInteractionMode=notAskCredentials",
            // sqlline would read all columns with each connection, for a completion of its own.
            "--fastConnect=true",
            "--isolation=TRANSACTION_NONE",
            "--prompt=imago> ",
            "--timestampFormat=yyyy-MM-dd HH:mm:ss.SSS",
            "--outputformat=" + format.orElse(OutputFormat.TABLE).text(),
            "-u",
            url)
        .toArray(String[]::new);
  }
}
