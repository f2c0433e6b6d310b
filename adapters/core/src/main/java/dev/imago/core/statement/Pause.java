package dev.imago.core.statement;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for a while, and no longer than the statement runs. */
public final class Pause {
  private Pause() {}

  /**
   * Waits.
   *
   * @throws ImagoException when the statement is asked to end before the time is over
   */
  public static void of(Duration time, Cancellation cancellation) {
    CountDownLatch end = new CountDownLatch(1);
    Cancellation.Registration registration = cancellation.onCancel(end::countDown);
    try {
      if (end.await(TimeUnit.NANOSECONDS.convert(time), TimeUnit.NANOSECONDS)) {
        cancellation.check();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ImagoException(ErrorCode.CANCELLED, "the statement was interrupted", e);
    } finally {
      registration.close();
    }
  }
}
