package dev.imago.launcher.run;

import java.io.IOException;
import java.io.Writer;
import java.util.Timer;
import java.util.TimerTask;

/** Hands rows on every half second, so that whoever reads them need not wait for the next page. */
final class RowsInTime implements AutoCloseable {
  private static final long PERIOD_MILLIS = 500;

  private final Writer out;
  private final Timer timer = new Timer("imago-rows", true);

  /**
   * What hands on the rows of a buffer.
   *
   * @param out safe for several threads
   */
  RowsInTime(Writer out) {
    this.out = out;
  }

  /** Begins; {@link #close} ends it. */
  void start() {
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            flush();
          }
        },
        PERIOD_MILLIS,
        PERIOD_MILLIS);
  }

  private void flush() {
    try {
      out.flush();
    } catch (IOException failure) {
      // The stream below remembers it, so that the writing thread meets the same.
      timer.cancel();
    }
  }

  @Override
  public void close() {
    timer.cancel();
  }
}
