package dev.imago.core.statement;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Ends one execution of a statement, from any thread: by a cancel, a time-out or a close. Whoever
 * waits for something outside registers how to break that wait.
 */
public final class Cancellation {
  private final AtomicBoolean flag = new AtomicBoolean();
  private final AtomicReference<@Nullable ErrorCode> reason = new AtomicReference<>();
  private final Set<Runnable> hooks = ConcurrentHashMap.newKeySet();
  private volatile Optional<Long> endsAt = Optional.empty();

  /**
   * Asks the execution to end; the first reason counts.
   *
   * @param why {@link ErrorCode#CANCELLED} or {@link ErrorCode#TIMED_OUT}
   */
  public void cancel(ErrorCode why) {
    if (reason.compareAndSet(null, why)) {
      flag.set(true);
      hooks.forEach(Runnable::run);
    }
  }

  /**
   * Says ahead when the execution will be asked to end, so that nothing is begun that would outlast
   * it. Whoever says so asks it to end when the time has come.
   */
  public void endsAfter(Duration time) {
    // By difference: the sum may go past the largest number.
    endsAt = Optional.of(System.nanoTime() + TimeUnit.NANOSECONDS.convert(time));
  }

  /** How long the execution may still run; empty when it has no end. */
  public Optional<Duration> remaining() {
    return endsAt.map(end -> Duration.ofNanos(Math.max(0, end - System.nanoTime())));
  }

  /** The flag, for code that polls an {@link AtomicBoolean}. Never set it: call {@link #cancel}. */
  public AtomicBoolean flag() {
    return flag;
  }

  public boolean isCancelled() {
    return flag.get();
  }

  /**
   * Returns quietly unless the execution was asked to end.
   *
   * @throws ImagoException with the reason as its code
   */
  public void check() {
    if (flag.get()) {
      failure()
          .ifPresent(
              failure -> {
                throw failure;
              });
    }
  }

  /** Why the execution ends, as the exception to throw; empty while it was not asked to. */
  public Optional<ImagoException> failure() {
    ErrorCode why = reason.get();
    if (why == null) {
      return Optional.empty();
    }
    return Optional.of(
        new ImagoException(
            why,
            why == ErrorCode.TIMED_OUT
                ? "the statement ran longer than its time-out and was stopped"
                : "the statement was cancelled"));
  }

  /**
   * Runs the hook when the execution is asked to end, at once if it already was. A hook must be
   * quick and must not throw.
   *
   * @return closes the registration
   */
  public Registration onCancel(Runnable hook) {
    hooks.add(hook);
    if (flag.get()) {
      hook.run();
    }
    return () -> hooks.remove(hook);
  }

  /** A registered hook; closing it takes the hook away. */
  public interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
