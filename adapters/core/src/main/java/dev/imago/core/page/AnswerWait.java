package dev.imago.core.page;

import java.util.concurrent.CompletableFuture;

/**
 * The wait for an answer that nobody has opened yet. Whoever reads several sources waits for all of
 * their answers at the same time, and says so before and after: other statements may wait for it.
 *
 * @param begun completes when the service begins to answer, and when no answer will come
 * @param attend the reader waits
 * @param leave the reader waits no more, and may turn to something else
 */
public record AnswerWait(CompletableFuture<?> begun, Runnable attend, Runnable leave) {

  /** A wait that nobody else knows of. */
  static AnswerWait of(CompletableFuture<?> begun) {
    return new AnswerWait(begun, () -> {}, () -> {});
  }

  /** The same wait, for which others wait. */
  public AnswerWait attended(Runnable attend, Runnable leave) {
    return new AnswerWait(begun, attend, leave);
  }

  /** Whether it is over. */
  public boolean isOver() {
    return begun.isDone();
  }
}
