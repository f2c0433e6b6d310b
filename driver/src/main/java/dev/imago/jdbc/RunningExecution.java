package dev.imago.jdbc;

import dev.imago.core.error.ImagoException;
import dev.imago.core.statement.Cancellation;
import dev.imago.core.statement.StatementWarnings;
import dev.imago.jdbc.contract.SqlErrors;
import dev.imago.jdbc.contract.Warnings;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a statement, from its planning to its last row: how it is ended from outside,
 * and where its warnings go. Safe for any number of threads.
 */
final class RunningExecution implements StatementWarnings {
  private final Cancellation cancellation = new Cancellation();
  private volatile @Nullable Future<?> timeout;
  private volatile Warnings warnings;

  /**
   * @param warnings where warnings go until there is a result set
   */
  RunningExecution(Warnings warnings) {
    this.warnings = warnings;
  }

  Cancellation cancellation() {
    return cancellation;
  }

  /** Sends the warnings from now on to a result set. */
  void warnTo(Warnings target) {
    warnings = target;
  }

  @Override
  public void accept(String warning) {
    warnings.add(warning);
  }

  /** The SQLState says what failed; that of an ordinary warning begins with 01. */
  @Override
  public void missing(ImagoException failure) {
    warnings.add(new SQLWarning(failure.getMessage(), failure.sqlState()));
  }

  /** What will stop the execution when its time is over. */
  void timeout(Future<?> task) {
    timeout = task;
  }

  /** Nothing runs any more, so nothing has to be stopped. */
  void ended() {
    Future<?> task = timeout;
    if (task != null) {
      task.cancel(false);
    }
  }

  /** The exception for a failure; the time-out or the cancel, when that is what broke it. */
  SQLException failure(RuntimeException failure) {
    boolean says = failure instanceof ImagoException known && known.code().tellsOfStop();
    if (!says && cancellation.isCancelled()) {
      try {
        cancellation.check();
      } catch (ImagoException stop) {
        stop.addSuppressed(failure);
        return SqlErrors.of(stop);
      }
    }
    return SqlErrors.of(failure);
  }
}
