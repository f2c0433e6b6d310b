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
    while (!waits(thread) && thread.isAlive()) {
      Thread.onSpinWait();
    }
    return thread;
  }

  private static boolean waits(Thread thread) {
    return Arrays.stream(thread.getStackTrace())
        .anyMatch(
            frame ->
                frame.getClassName().startsWith("dev.imago.")
                    && frame.getMethodName().equals("await"));
  }
}
