package dev.imago.launcher.run;

import java.io.PrintStream;
import java.sql.SQLException;
import java.sql.SQLWarning;
import org.jspecify.annotations.Nullable;

/** All that is no data, for the standard error. */
public final class Messages {
  /** The SQLState of an error that names none. */
  private static final String GENERAL_ERROR = "HV000";

  private static final String CANCELLED = "57014";

  private static final String GENERAL_WARNING = "01000";

  private final StatusLine err;

  /** Messages that nobody watches coming. */
  public Messages(PrintStream err) {
    this(new StatusLine(err, false));
  }

  /** Messages that erase what the line shows. */
  public Messages(StatusLine line) {
    this.err = line;
  }

  /** The line that they erase. */
  public StatusLine statusLine() {
    return err;
  }

  /** {@code ERROR 42601: message}, and the same for each error that is chained to it. */
  public void error(SQLException failure) {
    @Nullable SQLException next = failure;
    while (next != null) {
      line("ERROR", state(next, GENERAL_ERROR), next.getMessage());
      next = next.getNextException();
    }
  }

  /** An error that no statement made. */
  public void error(String message) {
    line("ERROR", GENERAL_ERROR, message);
  }

  /**
   * The error of a statement that the user has stopped, if it says more than that: what a change
   * has started goes on, or nobody knows whether it was made.
   */
  public void interrupted(SQLException failure) {
    Throwable cause = failure.getCause();
    boolean isBareCancel =
        CANCELLED.equals(failure.getSQLState()) && (cause == null || cause.getCause() == null);
    if (!isBareCancel) {
      error(failure);
    }
  }

  /** {@code WARNING 01000: message}, for the warning and those chained to it. */
  public void warnings(@Nullable SQLWarning first) {
    @Nullable SQLWarning next = first;
    while (next != null) {
      line("WARNING", state(next, GENERAL_WARNING), next.getMessage());
      next = next.getNextWarning();
    }
  }

  /** How many rows a statement changed. */
  public void changed(long count) {
    err.print(count == 1 ? "1 row changed" : count + " rows changed");
  }

  /** A line as it is. */
  public void line(String text) {
    err.print(text);
  }

  private void line(String kind, String state, @Nullable String message) {
    err.print(kind + " " + state + ": " + message);
  }

  private static String state(SQLException failure, String general) {
    String state = failure.getSQLState();
    return state == null ? general : state;
  }
}
