package dev.imago.core.statement;

import dev.imago.core.error.ErrorCode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A part of a statement that has a time of its own, and ends with the statement at the latest. */
public final class TimedPart implements AutoCloseable {
  private final StatementContext whole;
  private final Cancellation cancellation = new Cancellation();
  private final Cancellation.Registration registration;
  private final CompletableFuture<@Nullable Void> timer = new CompletableFuture<>();
  private final CompletableFuture<@Nullable Void> end;
  private final StatementContext context;

  /**
   * Begins the part.
   *
   * @param most its time
   */
  public TimedPart(StatementContext whole, Duration most) {
    this.whole = whole;
    this.context = whole.with(cancellation);
    Duration left = whole.cancellation().remaining().orElse(most);
    cancellation.endsAfter(left.compareTo(most) < 0 ? left : most);
    registration =
        whole
            .cancellation()
            .onCancel(
                () -> whole.cancellation().failure().ifPresent(e -> cancellation.cancel(e.code())));
    end =
        timer
            .completeOnTimeout(null, TimeUnit.NANOSECONDS.convert(most), TimeUnit.NANOSECONDS)
            .thenRun(() -> cancellation.cancel(ErrorCode.TIMED_OUT));
  }

  /** What the calls of the part carry. */
  public StatementContext context() {
    return context;
  }

  /** Whether its own time is over, and not the statement's. */
  public boolean isOver() {
    return cancellation.isCancelled() && !whole.cancellation().isCancelled();
  }

  @Override
  public void close() {
    end.cancel(false);
    timer.cancel(false);
    registration.close();
  }
}
