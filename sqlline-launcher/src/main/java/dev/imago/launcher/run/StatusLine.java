package dev.imago.launcher.run;

import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The last line of a terminal, for what holds only now. It is erased before anything else is
 * written. Where there is no terminal it is never written. Safe for any number of threads.
 */
public final class StatusLine {
  private static final String ERASE = "\r\u001B[K";

  private final ReentrantLock lock = new ReentrantLock();
  private final PrintStream err;
  private final boolean isTerminal;
  private boolean isShown;

  /** Whether the terminal stands behind something that has no line end yet. */
  private boolean isLineOpen;

  /**
   * @param isTerminal whether people watch the standard error
   */
  public StatusLine(PrintStream err, boolean isTerminal) {
    this.err = err;
    this.isTerminal = isTerminal;
  }

  /** Something that writes. */
  @FunctionalInterface
  public interface Writing {
    void run() throws IOException;
  }

  boolean isTerminal() {
    return isTerminal;
  }

  /** Shows a text in place of the one before; not behind half a row, which it would erase. */
  void show(String text) {
    if (!isTerminal) {
      return;
    }
    lock.lock();
    try {
      if (isLineOpen) {
        return;
      }
      err.print(ERASE + text);
      err.flush();
      isShown = true;
    } finally {
      lock.unlock();
    }
  }

  void erase() {
    lock.lock();
    try {
      if (isShown) {
        isShown = false;
        err.print(ERASE);
        err.flush();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Erases the line and has something written while nothing else shows. */
  public void aside(Writing writing) throws IOException {
    lock.lock();
    try {
      erase();
      writing.run();
    } finally {
      lock.unlock();
    }
  }

  /**
   * The same with what may end in the middle of a line.
   *
   * @param last the last byte that is written
   */
  void aside(Writing writing, int last) throws IOException {
    lock.lock();
    try {
      aside(writing);
      isLineOpen = last != '\n';
    } finally {
      lock.unlock();
    }
  }

  /** Writes a line of its own to the standard error. */
  void print(String text) {
    lock.lock();
    try {
      erase();
      err.println(text);
    } finally {
      lock.unlock();
    }
  }
}
