package dev.imago.launcher.run;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** The rows and the time of one statement. */
final class StatementWatch {
  private final LongSupplier nanoClock;
  private final long start;
  private OptionalLong first = OptionalLong.empty();
  private long rows;

  /**
   * Starts to measure.
   *
   * @param nanoClock a time in nanoseconds that only goes on
   */
  StatementWatch(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
    this.start = nanoClock.getAsLong();
  }

  /** Notes a row that was read. */
  void row() {
    if (rows == 0) {
      first = OptionalLong.of(elapsedMillis());
    }
    rows++;
  }

  /** Notes rows that were changed. */
  void changed(long count) {
    rows += count;
  }

  /** The rows that were read or changed. */
  long rows() {
    return rows;
  }

  /** Milliseconds from the start to the first row; empty when none was read. */
  OptionalLong firstRowMillis() {
    return first;
  }

  /** Milliseconds from the start to now. */
  long elapsedMillis() {
    return TimeUnit.NANOSECONDS.toMillis(nanoClock.getAsLong() - start);
  }
}
