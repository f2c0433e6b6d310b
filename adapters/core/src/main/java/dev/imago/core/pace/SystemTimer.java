package dev.imago.core.pace;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The timer of the machine. Its one thread is there only while something waits. */
public final class SystemTimer implements Timer {
  private static final long KEEP_ALIVE_SECONDS = 5;

  private final ScheduledThreadPoolExecutor executor;

  /** A timer without a thread yet. */
  public SystemTimer() {
    // Tasks that come after the end belong to calls that were stopped, and are not wanted.
    executor =
        new ScheduledThreadPoolExecutor(
            1, SystemTimer::daemon, new ThreadPoolExecutor.DiscardPolicy());
    executor.setRemoveOnCancelPolicy(true);
    executor.setKeepAliveTime(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS);
    executor.allowCoreThreadTimeOut(true);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "imago-call-timer");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public Waiting after(Duration wait, Runnable task) {
    Future<?> scheduled =
        executor.schedule(task, TimeUnit.NANOSECONDS.convert(wait), TimeUnit.NANOSECONDS);
    return () -> scheduled.cancel(false);
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
