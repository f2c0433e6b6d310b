package dev.imago.launcher.shell;

import dev.imago.core.provider.ProviderRegistry;
import dev.imago.launcher.shell.SessionDriver.Opening;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.utils.AttributedString;
import sqlline.PromptHandler;
import sqlline.SqlLine;

/**
 * sqlline with a completion that makes no call, a history without secrets, plans that are not cut,
 * and a line that says how far a statement is.
 */
final class CompletingShell extends SqlLine {
  /** The SQLState of what is done with a statement or a connection that is closed. */
  private static final String CLOSED = "08003";

  private final Opening opening;
  private final ConnectCompletion connects;
  private final Secrets secrets;
  private final ShellProgress progress;
  private final WholePlans plans;

  CompletingShell(Opening opening, ProviderRegistry providers, ShellProgress progress) {
    this.opening = opening;
    this.connects = new ConnectCompletion(providers.properties());
    this.secrets = new Secrets(providers);
    this.progress = progress;
    this.plans = new WholePlans(this::getOpts);
    updatePromptHandler(
        new PromptHandler(this) {
          @Override
          public AttributedString getPrompt() {
            progress.end();
            plans.end();
            return super.getPrompt();
          }
        });
  }

  @Override
  public LineReader getConsoleReader(InputStream input, History history) throws IOException {
    LineReader reader = super.getConsoleReader(input, history);
    if (reader instanceof LineReaderImpl own) {
      own.setCompleter(new StatementCompleter(opening, connects, this::getCommandCompleter));
      own.setHistory(new DiscreetHistory(secrets::mayHaveOne, this::begin));
    }
    return reader;
  }

  private void begin(String line) {
    plans.begin(line);
    progress.begin();
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
