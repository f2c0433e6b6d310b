package dev.imago.core.http;

import dev.imago.core.pace.Pace;
import dev.imago.core.pace.RetryAfter;
import dev.imago.core.pace.Timer;
import dev.imago.core.pace.Waiting;
import dev.imago.core.statement.Cancellation;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * All the times that one call is sent: when its credential is at hand, at the pace of its account,
 * and again after a failure that may go away. Safe for any number of threads.
 *
 * <p>It stands around OkHttp and is no interceptor of it, because an interceptor that waits holds a
 * thread, and a place among the calls that may run. Here the waits are the timer's, so that an
 * account that is slowed down holds up no other, and they end at once when the call is stopped.
 */
final class Sendings implements Callback {
  private final ApiRequest request;
  private final Supplier<Call> calls;
  private final CallProgress progress;
  private final Cancellation cancellation;
  private final Waits waits;
  private final ReentrantLock lock = new ReentrantLock();

  private CompletableFuture<Response> answer = new CompletableFuture<>();
  private @Nullable Call call;
  private @Nullable Waiting waiting;
  private Pace.@Nullable Turn turn;
  private boolean isStopped;

  /** Counts the waits and what they ended with, to tell whether one is still under way. */
  private int step;

  /** How often its credential could not be had. */
  private int missedCredentials;

  private volatile int tries;
  private volatile int sentBefore;
  private volatile boolean isUnderWay;
  private volatile boolean hadUnknownEffect;
  private volatile String givenUp = "";

  /**
   * What a call waits for.
   *
   * @param clock the time that a service's date is compared with
   */
  record Waits(Pace pace, Repetition repetition, Timer timer, Clock clock) {}

  /**
   * Nothing sent yet.
   *
   * @param calls makes a call of OkHttp for each time
   */
  Sendings(
      ApiRequest request,
      Supplier<Call> calls,
      CallProgress progress,
      Cancellation cancellation,
      Waits waits) {
    this.request = request;
    this.calls = calls;
    this.progress = progress;
    this.cancellation = cancellation;
    this.waits = waits;
  }

  /** The answer that counts: the first good one, or the last. */
  CompletableFuture<Response> answer() {
    lock.lock();
    try {
      return answer;
    } finally {
      lock.unlock();
    }
  }

  /** How often it was tried and why not more often, as a part of a sentence; may be empty. */
  String told() {
    String often = tries > 1 ? "tried " + tries + " times" : "";
    String why = givenUp.isEmpty() || tries > 1 ? givenUp : "tried once, " + givenUp;
    return often.isEmpty() || why.isEmpty() ? often + why : often + ", " + why;
  }

  /** Whether it arrived, or may have, at a time whose answer does not say that nothing was done. */
  boolean mayHaveBeenDone() {
    return hadUnknownEffect || (isUnderWay && progress.attempts() > sentBefore);
  }

  /** Sends the call as soon as its credential is at hand and its account's pace allows. */
  void send() {
    int wait = next();
    CompletableFuture<?> ready =
        credential()
            .handle(
                (credential, failure) -> {
                  goOn(failure);
                  return null;
                });
    hold(() -> ready.cancel(false), wait);
  }

  private CompletableFuture<?> credential() {
    try {
      return request.endpoint().authenticator().get().ready(request.parameters());
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private void goOn(@Nullable Throwable failure) {
    if (isStopped()) {
      return;
    }
    if (failure == null) {
      int wait = next();
      hold(waits.pace().enter(this::sendNow), wait);
    } else {
      missCredential(failure);
    }
  }

  /** Nothing was sent, so a change too may wait for whoever gives credentials. */
  private void missCredential(Throwable failure) {
    Throwable known = failure instanceof CompletionException ? failure.getCause() : failure;
    if (!(known instanceof RuntimeException missing)) {
      answer().completeExceptionally(known);
      return;
    }
    int missed = ++missedCredentials;
    Optional<Duration> wait =
        Troubles.ofCredential(missing)
            .flatMap(trouble -> waitAfter(trouble, missed, Optional.empty()));
    if (wait.isPresent()) {
      sendAfter(wait.get());
    } else {
      answer().completeExceptionally(new AuthorizationFailedException(missing));
    }
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // The lock is held.
  private void sendNow(Pace.Turn now) {
    Call next;
    lock.lock();
    try {
      if (isStopped) {
        return;
      }
      turn = now;
      step++;
      tries++;
      isUnderWay = true;
      sentBefore = progress.attempts();
      next = calls.get();
      call = next;
    } finally {
      lock.unlock();
    }
    next.enqueue(this);
  }

  @Override
  public void onResponse(Call answered, Response response) {
    isUnderWay = false;
    if (response.isSuccessful()) {
      waits.pace().succeeded();
      deliver(response);
      return;
    }
    Optional<Trouble> trouble;
    try {
      trouble = Troubles.of(request, response);
    } catch (RuntimeException e) {
      // Whoever reads the answer meets the same, on a thread that can tell.
      deliver(response);
      return;
    }
    if (trouble.isPresent() && trouble.get() == Trouble.THROTTLED) {
      slowDown();
    }
    if (response.code() >= 500) {
      noteEffect();
    }
    Optional<Duration> asked =
        RetryAfter.read(response.header("Retry-After"), waits.clock().instant());
    Optional<Duration> wait = trouble.flatMap(known -> repeatAfter(known, asked));
    if (wait.isPresent()) {
      response.close();
      sendAfter(wait.get());
    } else {
      deliver(response);
    }
  }

  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate") // The next time is not under way yet.
  public void onFailure(Call failed, IOException e) {
    if (e instanceof CredentialRefusedException) {
      isUnderWay = false;
      // The call itself was not tried.
      tries--;
      send();
      return;
    }
    noteEffect();
    isUnderWay = false;
    Optional<Duration> wait =
        Troubles.of(e, progress).flatMap(trouble -> repeatAfter(trouble, Optional.empty()));
    if (wait.isPresent()) {
      sendAfter(wait.get());
    } else {
      answer().completeExceptionally(e);
    }
  }

  /**
   * Sends it once more, because the body of the answer broke off.
   *
   * @return the next answer; empty when it is not sent again
   */
  Optional<CompletableFuture<Response>> again() {
    Optional<Duration> wait = repeatAfter(Trouble.LOST, Optional.empty());
    if (wait.isEmpty()) {
      return Optional.empty();
    }
    CompletableFuture<Response> next = new CompletableFuture<>();
    lock.lock();
    try {
      if (isStopped) {
        return Optional.empty();
      }
      answer = next;
    } finally {
      lock.unlock();
    }
    sendAfter(wait.get());
    return Optional.of(next);
  }

  private Optional<Duration> repeatAfter(Trouble trouble, Optional<Duration> asked) {
    return request.mayBeRepeated() ? waitAfter(trouble, tries, asked) : Optional.empty();
  }

  private Optional<Duration> waitAfter(Trouble trouble, int failures, Optional<Duration> asked) {
    if (cancellation.isCancelled()) {
      return Optional.empty();
    }
    Repetition.Decision decision =
        waits.repetition().after(trouble, failures, asked, cancellation.remaining());
    if (decision instanceof Repetition.Again again) {
      return Optional.of(again.pause());
    }
    if (decision instanceof Repetition.GivenUp end) {
      givenUp = end.why();
    }
    return Optional.empty();
  }

  private void sendAfter(Duration wait) {
    int pause = next();
    hold(waits.timer().after(wait, this::send), pause);
  }

  private int next() {
    lock.lock();
    try {
      return ++step;
    } finally {
      lock.unlock();
    }
  }

  private boolean isStopped() {
    lock.lock();
    try {
      return isStopped;
    } finally {
      lock.unlock();
    }
  }

  private void slowDown() {
    Pace.@Nullable Turn refused;
    lock.lock();
    try {
      refused = turn;
    } finally {
      lock.unlock();
    }
    if (refused != null) {
      waits.pace().refused(refused);
    }
  }

  private void noteEffect() {
    if (progress.attempts() > sentBefore) {
      hadUnknownEffect = true;
    }
  }

  /** An answer that nobody waits for any more is closed. */
  private void deliver(Response response) {
    if (!answer().complete(response)) {
      response.close();
    }
  }

  /**
   * Keeps what has to be left when the call is stopped; leaves it at once when it is.
   *
   * @param wait the step that the wait is; when there was a further one, it is over
   */
  private void hold(Waiting held, int wait) {
    lock.lock();
    try {
      if (!isStopped) {
        waiting = step == wait ? held : waiting;
        return;
      }
    } finally {
      lock.unlock();
    }
    held.leave();
  }

  /** Sends it no more, and breaks what is under way. Whoever waits for the answer gets none. */
  void stop() {
    end();
    // The future ends first: a host name that is being looked up cannot be interrupted.
    answer().completeExceptionally(new IOException("cancelled"));
    Call running;
    lock.lock();
    try {
      running = call;
    } finally {
      lock.unlock();
    }
    if (running != null) {
      running.cancel();
    }
  }

  /** Sends it no more. An answer that is being read can be read on. */
  void end() {
    Waiting held;
    lock.lock();
    try {
      isStopped = true;
      held = waiting;
    } finally {
      lock.unlock();
    }
    if (held != null) {
      held.leave();
    }
  }
}
