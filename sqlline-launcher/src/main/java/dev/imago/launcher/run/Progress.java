package dev.imago.launcher.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Says on the {@link StatusLine} how far a statement is, once it has run for two seconds: {@code 12
 * s: 214 calls, 10650 rows, 43 accounts}. The rows are those that were taken from answers, the
 * accounts those whose answers have come.
 */
public final class Progress implements AutoCloseable {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final long PERIOD_MILLIS = 500;

  private final StatusLine line;
  private final CallMeter meter;
  private final LongSupplier nanoClock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Timer ticks = new Timer("imago-progress", true);
  private boolean isRunning;
  private long start;

  /**
   * Progress that is shown when {@link #tick} is called.
   *
   * @param nanoClock a time in nanoseconds that only goes on
   */
  Progress(Connection connection, StatusLine line, LongSupplier nanoClock) throws SQLException {
    this.line = line;
    this.meter = new CallMeter(connection);
    this.nanoClock = nanoClock;
  }

  /** Progress that is shown as time goes on; null where nobody could see it. */
  public static @Nullable Progress ticking(Connection connection, StatusLine line)
      throws SQLException {
    if (!line.isTerminal()) {
      return null;
    }
    Progress progress = new Progress(connection, line, System::nanoTime);
    progress.ticks.schedule(
        new TimerTask() {
          @Override
          public void run() {
            progress.tick();
          }
        },
        PERIOD_MILLIS,
        PERIOD_MILLIS);
    return progress;
  }

  /** A statement begins. */
  public void begin() throws SQLException {
    lock.lock();
    try {
      meter.next();
      start = nanoClock.getAsLong();
      isRunning = true;
    } finally {
      lock.unlock();
    }
  }

  /** The statement has ended. */
  public void end() {
    lock.lock();
    try {
      isRunning = false;
      line.erase();
    } finally {
      lock.unlock();
    }
  }

  /** Shows how far the statement is by now, if one has run for long enough. */
  void tick() {
    lock.lock();
    try {
      long elapsed = nanoClock.getAsLong() - start;
      if (isRunning && elapsed >= PATIENCE_NANOS) {
        line.show(text(elapsed, meter.sofar()));
      }
    } catch (SQLException unreadable) {
      // The statement itself will say what is wrong with the connection.
      isRunning = false;
      line.erase();
    } finally {
      lock.unlock();
    }
  }

  private static String text(long elapsedNanos, CallTotals totals) {
    String bound = totals.complete() ? "" : "+";
    return TimeUnit.NANOSECONDS.toSeconds(elapsedNanos)
        + " s: "
        + counted(totals.calls(), bound, "call")
        + ", "
        + counted(totals.rows(), bound, "row")
        + (totals.accounts() == 0 ? "" : ", " + counted(totals.accounts(), bound, "account"));
  }

  private static String counted(long count, String bound, String noun) {
    return count + bound + " " + noun + (count == 1 && bound.isEmpty() ? "" : "s");
  }

  @Override
  public void close() throws SQLException {
    ticks.cancel();
    lock.lock();
    try {
      meter.close();
    } finally {
      lock.unlock();
    }
  }
}
