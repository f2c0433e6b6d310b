package dev.imago.core.pace;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Time that leaps over every wait, and writes down how long it would have been. */
public final class SkippingTimer implements Timer {
  private final AtomicLong now = new AtomicLong();
  private final List<Duration> waits = new CopyOnWriteArrayList<>();

  /** The waits so far. */
  public List<Duration> waits() {
    return List.copyOf(waits);
  }

  @Override
  public long nanoTime() {
    return now.get();
  }

  @Override
  public Waiting after(Duration wait, Runnable task) {
    waits.add(wait);
    now.addAndGet(wait.toNanos());
    task.run();
    return () -> {};
  }

  @Override
  public void close() {}
}
