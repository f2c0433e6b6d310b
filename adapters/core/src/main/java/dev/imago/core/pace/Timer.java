package dev.imago.core.pace;

import java.time.Duration;

/** Runs tasks later, so that no thread waits. Safe for any number of threads. */
public interface Timer extends AutoCloseable {

  /** A point in time that only differences make sense of, in nanoseconds. */
  long nanoTime();

  /**
   * Runs the task after that time, on a thread of the timer.
   *
   * @param task must be quick and must not throw
   */
  Waiting after(Duration wait, Runnable task);

  /** Forgets every task that has not run yet. */
  @Override
  void close();
}
