package dev.imago.core.statement;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.util.concurrent.atomic.AtomicLong;

/** Counts a statement's calls and stops the statement that would make more than it may. */
public final class CallBudget {
  private final long most;
  private final AtomicLong made = new AtomicLong();

  public CallBudget(long most) {
    this.most = most;
  }

  /**
   * Takes one call.
   *
   * @throws ImagoException {@link ErrorCode#TOO_MANY_CALLS} when none is left
   */
  public void take() {
    if (made.incrementAndGet() > most) {
      throw new ImagoException(
          ErrorCode.TOO_MANY_CALLS,
          "the statement needs more API calls than maxCalls="
              + most
              + " allows; bind more parameters, or raise the property");
    }
  }
}
