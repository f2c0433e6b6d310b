package dev.imago.core.read;

import java.util.Arrays;

/** The thread of a statement that waits for what it reads. */
final class ReadingThread {
  private ReadingThread() {}

  /** Starts it, and returns when it waits: for its call, or for another one's. */
  static Thread begin(Runnable reading) {
    Thread thread = new Thread(reading, "statement");
    thread.setDaemon(true);
    thread.start();
    awaitIn(thread, "await");
    return thread;
  }

  /** Returns when the thread is in a method of ours; or has ended. */
  static void awaitIn(Thread thread, String method) {
    while (!isIn(thread, method) && thread.isAlive()) {
      Thread.onSpinWait();
    }
  }

  private static boolean isIn(Thread thread, String method) {
    return Arrays.stream(thread.getStackTrace())
        .anyMatch(
            frame ->
                frame.getClassName().startsWith("dev.imago.")
                    && frame.getMethodName().equals(method));
  }
}
