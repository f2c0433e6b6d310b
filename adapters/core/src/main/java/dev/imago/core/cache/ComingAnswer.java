package dev.imago.core.cache;

import dev.imago.core.description.ColumnDescription;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.statement.Cancellation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.Condition;
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
  private final Condition changed = lock.newCondition();
  private int waiting;
  private boolean isAttended;
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
      isAttended = true;
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
      leave();
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void leave() {
    isAttended = false;
    changed.signalAll();
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
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for it.
   *
   * @return empty when it is no good, or nobody knows when it comes
   * @throws ImagoException when the statement that waits is asked to end
   */
  public Optional<CachedAnswer> await(Cancellation cancellation) {
    Cancellation.Registration registration = cancellation.onCancel(this::wake);
    lock.lock();
    try {
      waiting++;
      while (isAttended && !isSettled && !cancellation.isCancelled()) {
        changed.await();
      }
      cancellation.check();
      return Optional.ofNullable(answer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ImagoException(ErrorCode.CANCELLED, "the statement was interrupted", e);
    } finally {
      waiting--;
      lock.unlock();
      registration.close();
    }
  }

  private void wake() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
