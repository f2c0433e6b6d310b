package dev.imago.core.statement;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Which hosts one statement can reach. After some failures to connect in a row, with no success
 * between, a host counts as out of reach, so that a thousand calls do not wait for it one after the
 * other. From time to time one call may try it again. Safe for any number of threads.
 */
public final class Reachability {
  /** How many failures in a row put a host out of reach. */
  public static final int MOST_FAILURES = 3;

  private static final long REST = Duration.ofSeconds(2).toNanos();

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Failures> failures = new HashMap<>();
  private final LongSupplier nanoTime;

  /** The failures of one host since it was last reached. */
  private static final class Failures {
    private final IOException first;
    private int count;
    private long triedAt;

    Failures(IOException first) {
      this.first = first;
    }
  }

  /** No host tried yet. */
  public Reachability() {
    this(System::nanoTime);
  }

  /** The same with a time of its own, in nanoseconds. */
  Reachability(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /**
   * Asks whether to connect.
   *
   * @param host with its port
   * @return why not: the first failure; empty when it may be tried
   */
  public Optional<IOException> refusal(String host) {
    lock.lock();
    try {
      Failures known = failures.get(host);
      long now = nanoTime.getAsLong();
      if (known == null || known.count < MOST_FAILURES) {
        return Optional.empty();
      }
      if (now - known.triedAt < REST) {
        return Optional.of(known.first);
      }
      // This call tries it for all.
      known.triedAt = now;
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /** A connection to the host was not made. */
  public void failed(String host, IOException cause) {
    lock.lock();
    try {
      Failures known = failures.computeIfAbsent(host, key -> new Failures(cause));
      known.count++;
      known.triedAt = nanoTime.getAsLong();
    } finally {
      lock.unlock();
    }
  }

  /** There was a connection to the host. */
  public void reached(String host) {
    lock.lock();
    try {
      failures.remove(host);
    } finally {
      lock.unlock();
    }
  }
}
