package dev.imago.emulator.state;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * What is going to change by itself. A change happens when its time has come by the clock, or, so
 * that a clock which stands still does not stop the world, when one of its resources has been read
 * a number of times. Safe for any number of threads.
 */
public final class Timeline {
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Pending> pending = new ArrayList<>();
  private final Clock clock;

  public Timeline(Clock clock) {
    this.clock = clock;
  }

  /**
   * Plans a change.
   *
   * @param resources the paths of the resources that it concerns
   * @param reads how many reads still see the state before it
   * @param delay when it happens by the clock
   * @param change does it; may plan the next one
   */
  public void plan(Set<String> resources, int reads, Duration delay, Runnable change) {
    lock.lock();
    try {
      pending.add(new Pending(resources, reads, clock.instant().plus(delay), change));
    } finally {
      lock.unlock();
    }
  }

  /** To be called before a read: makes the changes that are due for the resources read. */
  public void beforeRead(Predicate<String> isRead) {
    lock.lock();
    try {
      Instant now = clock.instant();
      for (Pending each : List.copyOf(pending)) {
        if (each.resources.stream().anyMatch(isRead) && each.isDue(now) && pending.remove(each)) {
          each.change.run();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** To be called before a write: makes the changes whose time has come. It is no read. */
  public void beforeWrite() {
    lock.lock();
    try {
      Instant now = clock.instant();
      for (Pending each : List.copyOf(pending)) {
        if (!now.isBefore(each.due) && pending.remove(each)) {
          each.change.run();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private static final class Pending {
    private final Set<String> resources;
    private final Instant due;
    private final Runnable change;
    private int readsLeft;

    Pending(Set<String> resources, int reads, Instant due, Runnable change) {
      this.resources = Set.copyOf(resources);
      this.readsLeft = reads;
      this.due = due;
      this.change = change;
    }

    boolean isDue(Instant now) {
      return readsLeft-- <= 0 || !now.isBefore(due);
    }
  }
}
