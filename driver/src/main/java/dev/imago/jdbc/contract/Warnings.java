package dev.imago.jdbc.contract;

import java.sql.SQLWarning;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The chain of warnings of one JDBC object. Each is logged at {@link Level#FINE}, because many
 * tools show none. Safe for any number of threads.
 */
public final class Warnings {
  private static final Logger LOG = Logger.getLogger(Warnings.class.getName());

  /** The SQLState of a warning that has no narrower one. */
  private static final String WARNING = "01000";

  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable SQLWarning first;
  private @Nullable SQLWarning last;

  public void add(String message) {
    add(new SQLWarning(message, WARNING));
  }

  public void add(SQLWarning warning) {
    LOG.fine(() -> "warning " + warning.getSQLState() + ": " + warning.getMessage());
    lock.lock();
    try {
      if (last == null) {
        first = warning;
      } else {
        last.setNextWarning(warning);
      }
      last = warning;
    } finally {
      lock.unlock();
    }
  }

  /** The oldest warning, with the others chained to it; null when there is none. */
  public @Nullable SQLWarning first() {
    lock.lock();
    try {
      return first;
    } finally {
      lock.unlock();
    }
  }

  public void clear() {
    lock.lock();
    try {
      first = null;
      last = null;
    } finally {
      lock.unlock();
    }
  }
}
