package dev.imago.core.cache;

import dev.imago.core.description.ColumnDescription;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * An answer that one read is getting, for which others wait rather than ask the same. Safe for any
 * number of threads.
 *
 * <p>They wait only while the reader is at it, and the reader stays at it while somebody waits. A
 * reader that has turned to something else may never come back: perhaps it is the very thread that
 * would wait.
 */
public final class ComingAnswer {
  private final List<ColumnDescription> columns;
  private final OptionalLong limit;
  private final long dropsBefore;
  private final ReentrantLock lock = new ReentrantLock();
  private int waiting;

  /** Done while its reader is not at it. */
  private CompletableFuture<Void> left = CompletableFuture.completedFuture(null);

  private boolean isSettled;
  private @Nullable CachedAnswer answer;

  /**
   * An answer whose reader is not at it yet.
   *
   * @param columns what each row will hold
   * @param limit no more rows than these will come
   * @param dropsBefore how often answers were dropped when it was asked for
   */
  ComingAnswer(List<ColumnDescription> columns, OptionalLong limit, long dropsBefore) {
    this.columns = columns;
    this.limit = limit;
    this.dropsBefore = dropsBefore;
  }

  /** Whether it will have all that another one will, and is no older. */
  boolean serves(ComingAnswer other) {
    return dropsBefore == other.dropsBefore
        && CachedAnswer.serves(columns, limit, other.columns, other.limit);
  }

  long dropsBefore() {
    return dropsBefore;
  }

  /** The reader is at it. */
  public void attend() {
    lock.lock();
    try {
      if (left.isDone() && !isSettled) {
        left = new CompletableFuture<>();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * The reader would turn to something else.
   *
   * @return false when it must not, because others wait: it reads on
   */
  public boolean mayLeave() {
    lock.lock();
    try {
      if (waiting > 0 && !isSettled) {
        return false;
      }
      left.complete(null);
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** The reader turns to something else, and others who wait have to ask themselves. */
  public void leave() {
    lock.lock();
    try {
      left.complete(null);
    } finally {
      lock.unlock();
    }
  }

  /**
   * What has become of it, once.
   *
   * @param known null when others have to ask themselves
   */
  void settle(@Nullable CachedAnswer known) {
    lock.lock();
    try {
      if (!isSettled) {
        isSettled = true;
        answer = known;
        left.complete(null);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Another one waits for it from now on: its reader stays at it. */
  public void follow() {
    lock.lock();
    try {
      waiting++;
    } finally {
      lock.unlock();
    }
  }

  /** Another one waits for it no more. */
  public void unfollow() {
    lock.lock();
    try {
      waiting--;
    } finally {
      lock.unlock();
    }
  }

  /** Completes when its reader turns to something else, and when it is known what becomes of it. */
  public CompletableFuture<?> left() {
    lock.lock();
    try {
      return left;
    } finally {
      lock.unlock();
    }
  }

  /** The answer, once it is there and good. */
  public Optional<CachedAnswer> answer() {
    lock.lock();
    try {
      return Optional.ofNullable(answer);
    } finally {
      lock.unlock();
    }
  }
}
