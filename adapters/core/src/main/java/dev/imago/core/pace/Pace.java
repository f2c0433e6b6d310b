package dev.imago.core.pace;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Holds the calls of one account back: in no second it lets more go than its limit. A call that the
 * account's cloud refuses because there are too many halves the limit; each success raises it by a
 * fixed step, up to what was set. Where nothing was set there is no limit until the first refusal.
 * Safe for any number of threads.
 *
 * <p>It is written out because it is less than a library would be around: what moves the limit, and
 * leaving the line, are most of it. A bucket of tokens would let twice the limit through in the
 * second after a rest.
 */
public final class Pace {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final double STEP = 0.25;

  /** Where no limit was set. Fewer calls than these are no haste; their own waits are enough. */
  private static final double LEAST_UNSET = 10;

  private final ReentrantLock lock = new ReentrantLock();
  private final double most;
  private final double least;
  private final Timer timer;

  /** When the calls of the last second went, the oldest first. */
  private final Deque<Long> gone = new ArrayDeque<>();

  private final Deque<Turn> line = new ArrayDeque<>();
  private double limit;
  private long slowedAt;
  private boolean wasSlowed;
  private boolean isDrainDue;

  /**
   * A pace that nothing has gone at yet.
   *
   * @param most the most calls a second; 0 for no limit
   */
  public Pace(long most, Timer timer) {
    this.most = most == 0 ? Double.POSITIVE_INFINITY : most;
    this.least = most == 0 ? LEAST_UNSET : 1;
    this.limit = this.most;
    this.timer = timer;
  }

  /** The place of one call, which may leave the line. */
  public final class Turn implements Waiting {
    private final Consumer<Turn> go;
    private long goneAt;

    /** How many calls went in the second that ended with this one. */
    private int density;

    private Turn(Consumer<Turn> go) {
      this.go = go;
    }

    @Override
    public void leave() {
      lock.lock();
      try {
        line.remove(this);
      } finally {
        lock.unlock();
      }
    }
  }

  /**
   * Lets a call go as soon as the limit allows: at once, on this thread, or later on the timer's.
   *
   * @param go must be quick and must not throw
   */
  public Turn enter(Consumer<Turn> go) {
    Turn turn = new Turn(go);
    lock.lock();
    try {
      long now = timer.nanoTime();
      forget(now);
      if (!line.isEmpty() || isFull()) {
        line.add(turn);
        drainLater(now);
        return turn;
      }
      pass(turn, now);
    } finally {
      lock.unlock();
    }
    go.accept(turn);
    return turn;
  }

  /** The cloud refused a call because there were too many; what went with it counts once. */
  public void refused(Turn turn) {
    lock.lock();
    try {
      if (!wasSlowed || turn.goneAt - slowedAt > 0) {
        slowedAt = timer.nanoTime();
        forget(slowedAt);
        limit = Math.max(least, Math.min(limit, Math.max(turn.density, gone.size())) / 2);
        wasSlowed = true;
      }
    } finally {
      lock.unlock();
    }
  }

  /** The cloud answered a call. */
  public void succeeded() {
    lock.lock();
    try {
      limit = Math.min(most, limit + STEP);
    } finally {
      lock.unlock();
    }
  }

  private boolean isFull() {
    return gone.size() >= Math.floor(limit);
  }

  private void pass(Turn turn, long now) {
    gone.addLast(now);
    turn.goneAt = now;
    turn.density = gone.size();
  }

  private void forget(long now) {
    while (!gone.isEmpty() && now - gone.getFirst() >= SECOND) {
      gone.removeFirst();
    }
  }

  /** Comes back when so many of the calls that went are a second old that another may go. */
  private void drainLater(long now) {
    if (isDrainDue || line.isEmpty()) {
      return;
    }
    isDrainDue = true;
    timer.after(Duration.ofNanos(untilNext(now)), this::drain);
  }

  private long untilNext(long now) {
    long free = gone.size() - (long) Math.floor(limit);
    Iterator<Long> times = gone.iterator();
    long last = now;
    for (long i = 0; i <= free && times.hasNext(); i++) {
      last = times.next() + SECOND;
    }
    return Math.max(0, last - now);
  }

  private void drain() {
    List<Turn> ready = new ArrayList<>();
    lock.lock();
    try {
      isDrainDue = false;
      long now = timer.nanoTime();
      forget(now);
      while (!line.isEmpty() && !isFull()) {
        Turn turn = line.removeFirst();
        pass(turn, now);
        ready.add(turn);
      }
      drainLater(now);
    } finally {
      lock.unlock();
    }
    ready.forEach(turn -> turn.go.accept(turn));
  }
}
