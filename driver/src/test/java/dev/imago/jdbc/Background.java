package dev.imago.jdbc;

import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/**
 * What a thread of its own does.
 *
 * @param <T> what comes of it
 */
final class Background<T> {
  private final FutureTask<T> task;
  private final Thread thread;

  private Background(Callable<T> work) {
    this.task = new FutureTask<>(work);
    this.thread = new Thread(task, "background");
    thread.setDaemon(true);
  }

  /** Begins it. */
  static <T> Background<T> start(Callable<T> work) {
    Background<T> started = new Background<>(work);
    started.thread.start();
    return started;
  }

  /** Returns when it waits for the answer of a call, its own or another one's. */
  void awaitCall() {
    while (!isIn("await")) {
      if (task.isDone()) {
        throw new IllegalStateException("it has ended without a call to wait for");
      }
      Thread.onSpinWait();
    }
  }

  /** Whether it is inside a method of the product that has this name. */
  boolean isIn(String method) {
    return Arrays.stream(thread.getStackTrace())
        .anyMatch(
            frame ->
                frame.getClassName().startsWith("dev.imago.")
                    && frame.getMethodName().equals(method));
  }

  /** What has come of it, when it has ended; its failure as it was thrown. */
  T result() throws Exception {
    try {
      return task.get(30, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception failure) {
        throw failure;
      }
      throw e;
    }
  }
}
