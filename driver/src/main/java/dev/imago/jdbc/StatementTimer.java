package dev.imago.jdbc;

import dev.imago.core.error.ErrorCode;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Ends executions whose time is over. Its one thread starts with the first time-out that is set, so
 * that a connection without time-outs has none.
 */
final class StatementTimer implements AutoCloseable {
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable ScheduledThreadPoolExecutor executor;
  private boolean closed;

  /** Ends the execution after that time, unless it has ended by then. */
  void start(RunningExecution execution, Duration timeout) {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      ScheduledThreadPoolExecutor scheduler = executor;
      if (scheduler == null) {
        scheduler = new ScheduledThreadPoolExecutor(1, StatementTimer::daemon);
        scheduler.setRemoveOnCancelPolicy(true);
        executor = scheduler;
      }
      Future<?> task =
          scheduler.schedule(
              () -> execution.cancellation().cancel(ErrorCode.TIMED_OUT),
              TimeUnit.NANOSECONDS.convert(timeout),
              TimeUnit.NANOSECONDS);
      execution.timeout(task);
      execution.cancellation().endsAfter(timeout);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      if (executor != null) {
        executor.shutdownNow();
      }
    } finally {
      lock.unlock();
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "imago-statement-timer");
    thread.setDaemon(true);
    return thread;
  }
}
