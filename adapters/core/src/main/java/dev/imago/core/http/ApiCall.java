package dev.imago.core.http;

import dev.imago.core.description.WriteMethod;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.statement.CallRecord;
import dev.imago.core.statement.Cancellation;
import dev.imago.core.statement.StatementContext;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import okio.Source;
import org.jspecify.annotations.Nullable;

/**
 * A call that was sent. It is opened, read and closed by one thread; whatever way it ends, it is
 * written down in the statement's call log once.
 */
public final class ApiCall implements Answer {
  private final ApiRequest request;
  private final Sendings sendings;
  private final CallProgress progress;
  private final StatementContext context;
  private final Clock clock;
  private final long seq;
  private final Instant startedAt;
  private final long mostBytes;
  private final DisguisedErrors errors;
  private final Cancellation.Registration cancellation;
  private final Consumer<ApiCall> whenEnded;

  private @Nullable Response response;
  private @Nullable CountedBody body;
  private long rows;

  /** Whether an answer came that is an error, whatever its status. */
  private boolean holdsError;

  private boolean hasEnded;

  /**
   * A call that takes its place in the planned order, and is not sent yet.
   *
   * @param mostBytes the most bytes that its answer may have
   * @param errors tells an answer of a good status from an error
   * @param whenEnded told once, whatever way the call ends
   */
  ApiCall(
      ApiRequest request,
      Sendings sendings,
      CallProgress progress,
      StatementContext context,
      Clock clock,
      long mostBytes,
      DisguisedErrors errors,
      Consumer<ApiCall> whenEnded) {
    this.request = request;
    this.sendings = sendings;
    this.progress = progress;
    this.context = context;
    this.clock = clock;
    this.mostBytes = mostBytes;
    this.errors = errors;
    this.seq = context.nextSeq();
    this.startedAt = clock.instant();
    this.whenEnded = whenEnded;
    this.cancellation = context.cancellation().onCancel(sendings::stop);
  }

  void enqueue() {
    sendings.send();
  }

  /** Breaks whatever its thread waits for. Safe for any thread. */
  void stop() {
    sendings.stop();
  }

  @Override
  public CompletableFuture<?> begun() {
    return sendings.answer();
  }

  @Override
  public Optional<InputStream> open() {
    Response received = counted(await());
    try {
      holdsError = !received.isSuccessful() || errors.areIn(received, request);
      if (holdsError) {
        Optional<Failure> failure = new FailedAnswer(request).read(received);
        if (failure.isEmpty()) {
          end();
          return Optional.empty();
        }
        throw failed(failure.get(), null);
      }
      ResponseBody content = received.body();
      if (!beginsAsObject(content.source()) && !isEmptyAnswer(content.source())) {
        throw failed(notJson(received), null);
      }
      return Optional.of(content.byteStream());
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** A page may be a proxy's, so that nobody knows what the service did, if it was asked at all. */
  private Failure notJson(Response received) throws IOException {
    Failure failure = CallFailures.notJson(received, secrets(received));
    return request
        .mutation()
        .map(mutation -> CallFailures.outcomeUnknown(mutation, failure.what()))
        .orElse(failure);
  }

  /** The answer with a body that counts what is read of it, whatever reads it. */
  private Response counted(Response received) {
    CountedBody counted = new CountedBody(received.body(), mostBytes, this::repeated);
    Response answered = received.newBuilder().body(counted).build();
    body = counted;
    response = answered;
    return answered;
  }

  /** The body of another answer to the same request; a good one, to a read. */
  private Source repeated(LostConnectionException loss) throws IOException {
    Optional<CompletableFuture<Response>> next =
        request.mutation().isEmpty() && status() < 300 ? sendings.again() : Optional.empty();
    if (next.isEmpty()) {
      throw loss;
    }
    try {
      Response again = next.get().get();
      if (again.isSuccessful()) {
        return again.body().source();
      }
      again.close();
    } catch (ExecutionException e) {
      loss.addSuppressed(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw loss;
  }

  private Response await() {
    try {
      return sendings.answer().get();
    } catch (ExecutionException e) {
      throw failedToAnswer(e.getCause());
    } catch (InterruptedException e) {
      sendings.stop();
      Thread.currentThread().interrupt();
      throw failed(
          new Failure(ErrorCode.CANCELLED, "was interrupted before its answer came", ""), e);
    }
  }

  private ImagoException failedToAnswer(@Nullable Throwable cause) {
    boolean mayHaveBeenDone = sendings.mayHaveBeenDone();
    if (cause instanceof AuthorizationFailedException authorization
        && (request.mutation().isEmpty() || !mayHaveBeenDone)) {
      RuntimeException failure = authorization.failure();
      if (failure instanceof ImagoException imagoFailure) {
        finish("was not sent: " + imagoFailure.getMessage());
        return imagoFailure;
      }
      return failed(
          new Failure(
              ErrorCode.INTERNAL,
              "was not sent: could not be authorized: " + failure.getMessage(),
              ""),
          failure);
    }
    return failed(CallFailures.beforeTheAnswer(request, progress, mayHaveBeenDone, cause), cause);
  }

  private static boolean beginsAsObject(BufferedSource source) throws IOException {
    BufferedSource ahead = source.peek();
    while (!ahead.exhausted()) {
      int c = ahead.readByte() & 0xff;
      boolean isByteOrderMark = c == 0xEF || c == 0xBB || c == 0xBF;
      if (!isByteOrderMark && c != ' ' && c != '\n' && c != '\r' && c != '\t') {
        return c == '{';
      }
    }
    return false;
  }

  /** A write may answer with its status alone. */
  private boolean isEmptyAnswer(BufferedSource source) throws IOException {
    return request.method() instanceof WriteMethod && source.exhausted();
  }

  /** The HTTP status of the answer, once it is open. */
  public int status() {
    return Objects.requireNonNull(response, "the answer is not open").code();
  }

  @Override
  public void countRow() {
    rows++;
  }

  /** What an answer may repeat. */
  private SentSecrets secrets(@Nullable Response answer) {
    return answer == null ? request.secrets() : request.secrets().with(answer.request());
  }

  @Override
  public ImagoException failed(IOException cause) {
    sendings.stop();
    return failed(CallFailures.inTheBody(cause, secrets(response)), cause);
  }

  @Override
  public ImagoException failed(String what) {
    sendings.stop();
    return failed(CallFailures.unreadable(what), null);
  }

  /** A call whose statement was cancelled fails for that reason, whatever it says itself. */
  private ImagoException failed(Failure untold, @Nullable Throwable cause) {
    Failure failure = untold.with(sendings.told());
    Optional<ImagoException> cancelled = context.cancellation().failure();
    if (request.mutation().isPresent()) {
      return failedToChange(request.mutation().get(), failure, cancelled, cause);
    }
    if (cancelled.isPresent()) {
      finish(cancelled.get().getMessage());
      return cancelled.get();
    }
    finish(failure.what());
    return failure.toException(request, cause);
  }

  /** Whoever stops a mutation that is under way must be told that nobody knows its outcome. */
  private ImagoException failedToChange(
      Mutation mutation,
      Failure failure,
      Optional<ImagoException> cancelled,
      @Nullable Throwable cause) {
    boolean wasAccepted = response != null && !holdsError;
    if (cancelled.isPresent() && response == null && !sendings.mayHaveBeenDone()) {
      finish(cancelled.get().getMessage());
      return cancelled.get();
    }
    Failure known = failure;
    if (wasAccepted && failure.code() != ErrorCode.OUTCOME_UNKNOWN) {
      known = CallFailures.answerLost(mutation, failure, cancelled);
    } else if (!wasAccepted
        && sendings.mayHaveBeenDone()
        && known.code() != ErrorCode.OUTCOME_UNKNOWN) {
      known =
          CallFailures.outcomeUnknown(
              mutation, failure.what() + ", but it may have been done before that");
    }
    if (cancelled.isPresent() && response == null) {
      known = CallFailures.outcomeUnknown(mutation, cancelled.get().getMessage());
    }
    finish(known.what());
    return known.toException(request, cause);
  }

  @Override
  public void end() {
    finish(null);
  }

  /**
   * Ends the call if it has not ended yet, and leaves the rest of its answer unread. The connection
   * is cut: to read on, for the sake of using it again, could take as long as the answer is.
   */
  @Override
  public void close() {
    if (!hasEnded) {
      sendings.stop();
      finish(
          context
              .cancellation()
              .failure()
              .map(Throwable::getMessage)
              .orElse(response == null ? "its rows were not needed" : null));
    }
  }

  private void finish(@Nullable String error) {
    if (hasEnded) {
      return;
    }
    hasEnded = true;
    cancellation.close();
    sendings.end();
    stopWaiting();
    if (response != null) {
      response.close();
    }
    context.calls().add(record(Optional.ofNullable(error)));
    whenEnded.accept(this);
  }

  /** An answer that came, but that nobody has asked for, still counts and must be closed. */
  private void stopWaiting() {
    CompletableFuture<Response> answer = sendings.answer();
    boolean cameUnasked =
        !answer.completeExceptionally(new IOException("closed"))
            && !answer.isCompletedExceptionally();
    if (cameUnasked) {
      response = answer.join();
    }
  }

  private CallRecord record(Optional<String> error) {
    return new CallRecord(
        context.statementId(),
        seq,
        request.table().provider(),
        request.table().service(),
        request.table().name(),
        request.method().name(),
        request.verb().name(),
        request.shownUrl(),
        request.page(),
        response == null ? OptionalInt.empty() : OptionalInt.of(response.code()),
        progress.attempts(),
        startedAt,
        Math.max(0, clock.millis() - startedAt.toEpochMilli()),
        body == null ? 0 : body.count(),
        rows,
        "miss",
        error,
        CallAccount.name(request));
  }
}
