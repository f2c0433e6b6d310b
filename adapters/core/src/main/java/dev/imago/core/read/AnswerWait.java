package dev.imago.core.read;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.statement.Cancellation;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The wait of a statement's thread for answers, which its end breaks. */
final class AnswerWait {
  private AnswerWait() {}

  /**
   * Returns when one of the answers has begun, or none will come of it, or the time is over.
   *
   * @throws ImagoException when the statement is asked to end
   */
  static void await(
      Collection<CompletableFuture<?>> answers, long nanos, Cancellation cancellation) {
    CompletableFuture<Void> end = new CompletableFuture<>();
    Cancellation.Registration registration = cancellation.onCancel(() -> end.complete(null));
    try {
      CompletableFuture.anyOf(
              Stream.concat(answers.stream(), Stream.of(end)).toArray(CompletableFuture<?>[]::new))
          .get(nanos, TimeUnit.NANOSECONDS);
    } catch (TimeoutException | ExecutionException e) {
      // An answer that has failed says so when it is read.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ImagoException(ErrorCode.CANCELLED, "the statement was interrupted", e);
    } finally {
      registration.close();
    }
    cancellation.check();
  }
}
