package dev.imago.launcher.run;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ctrl-C: cancels the statement that runs, and lets it write what it has and close before the
 * process ends. The JVM ends it with exit code 130.
 */
public final class Interruption {
  /** How long a cancelled statement may take to end. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile boolean requested;
  private volatile @Nullable Statement running;

  /** Listens for the end of the process, until {@link #finished} is called. */
  public void listen() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::endOfProcess, "imago-interruption"));
  }

  /** Whether the user wants the command to end. */
  public boolean isRequested() {
    return requested;
  }

  /** Names the statement that runs; null when none does. */
  void running(@Nullable Statement statement) throws SQLException {
    running = statement;
    if (requested && statement != null) {
      statement.cancel();
    }
  }

  /** Cancels the statement that runs, and each that is started later. */
  void request() {
    requested = true;
    Statement statement = running;
    if (statement != null) {
      try {
        statement.cancel();
      } catch (SQLException alreadyClosed) {
        // It has ended by itself, which is as good.
        running = null;
      }
    }
  }

  /** Says that all is closed. */
  public void finished() {
    finished.countDown();
  }

  private void endOfProcess() {
    boolean idle = running == null;
    if (finished.getCount() == 0 || idle) {
      return;
    }
    request();
    try {
      finished.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
