package dev.imago.launcher.shell;

import dev.imago.launcher.shell.SessionDriver.Opening;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.reader.impl.LineReaderImpl;
import sqlline.SqlLine;

/** sqlline with a completion that makes no call, and a history without secrets. */
final class CompletingShell extends SqlLine {
  /** The SQLState of what is done with a statement or a connection that is closed. */
  private static final String CLOSED = "08003";

  private final Opening opening;
  private final Secrets secrets;

  CompletingShell(Opening opening, Secrets secrets) {
    this.opening = opening;
    this.secrets = secrets;
  }

  @Override
  public LineReader getConsoleReader(InputStream input, History history) throws IOException {
    LineReader reader = super.getConsoleReader(input, history);
    if (reader instanceof LineReaderImpl own) {
      own.setCompleter(new StatementCompleter(opening, this::getCommandCompleter));
      own.setHistory(new DiscreetHistory(secrets::mayHaveOne));
    }
    return reader;
  }

  /**
   * Ctrl-C at the prompt has sqlline cancel the statement before, which is no error of anybody's.
   */
  @Override
  public void handleException(Throwable failure) {
    if (!(failure instanceof SQLException sql) || !CLOSED.equals(sql.getSQLState())) {
      super.handleException(failure);
    }
  }
}
