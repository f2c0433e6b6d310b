package dev.imago.core.credential;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The token of one credential: kept until shortly before it expires, fetched once at a time
 * whatever the number of those that want it, on a thread of its own, so that nobody has to wait who
 * does not want to any longer. Safe for any number of threads.
 */
public final class TokenSource {
  /** How long before its end a token is renewed, where it lives long enough. */
  private static final Duration MARGIN = Duration.ofMinutes(5);

  /** Of a short life, this part is left when the token is renewed. */
  private static final int LEAST_PART = 4;

  /** How long a renewal waits that failed while the old token is still good. */
  private static final Duration PAUSE = Duration.ofSeconds(30);

  /** After so many failures in a row to reach who gives tokens, nobody waits for the next. */
  private static final int MOST_FAILURES = 3;

  /** How long nobody tries then. */
  private static final Duration REST = Duration.ofSeconds(2);

  private final Clock clock;
  private final TokenFetch fetch;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Held held;
  private @Nullable CompletableFuture<AccessToken> running;

  private @Nullable Unreachable unreachable;

  private record Held(AccessToken token, Instant renewedAt) {}

  /** The failures in a row to reach who gives tokens. */
  private record Unreachable(ImagoException last, int count, Instant failedAt) {}

  /** A source that has no token yet. */
  public TokenSource(Clock clock, TokenFetch fetch) {
    this.clock = clock;
    this.fetch = fetch;
  }

  /**
   * A token that is good as far as is known. While it is renewed ahead of its end, only who has
   * found it due waits, and the others go on with the old one.
   *
   * @throws ImagoException what {@link TokenFetch#fetch} throws, to each thread that waits for it
   */
  public AccessToken token() {
    try {
      return ready().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof ImagoException failure
          ? new ImagoException(failure.code(), failure.getMessage(), failure)
          : e;
    }
  }

  /**
   * The same for who does not wait. Where whoever gives tokens was out of reach some times in a
   * row, nobody tries for a moment: it fails at once with an {@link ImagoException} whose cause is
   * the last one.
   *
   * @return fails as {@link TokenFetch#fetch} does
   */
  public CompletableFuture<AccessToken> ready() {
    AccessToken known;
    CompletableFuture<AccessToken> fetched;
    boolean isOurs = false;
    lock.lock();
    try {
      known = good();
      if (known != null && (!isDue() || running != null)) {
        return CompletableFuture.completedFuture(known);
      }
      if (running == null) {
        ImagoException refusal = refusal();
        if (refusal != null) {
          return known == null
              ? CompletableFuture.failedFuture(refusal)
              : CompletableFuture.completedFuture(known);
        }
        running = new CompletableFuture<>();
        isOurs = true;
      }
      fetched = running;
    } finally {
      lock.unlock();
    }
    if (isOurs) {
      begin(fetched);
    }
    return known == null ? fetched : fetched.exceptionally(failure -> known);
  }

  private void begin(CompletableFuture<AccessToken> fetched) {
    Thread thread = new Thread(() -> fetch(fetched), "imago-token");
    thread.setDaemon(true);
    try {
      thread.start();
    } catch (OutOfMemoryError e) {
      // Those who come later try again.
      end(fetched, null, e);
    }
  }

  /**
   * Told that a token was refused, whatever its time. If no other thread has said so before, the
   * next one that is wanted is fetched.
   */
  public void refused(String token) {
    lock.lock();
    try {
      if (held != null && held.token().value().equals(token)) {
        held = null;
      }
    } finally {
      lock.unlock();
    }
  }

  private @Nullable AccessToken good() {
    return held != null && clock.instant().isBefore(held.token().expiresAt()) ? held.token() : null;
  }

  private boolean isDue() {
    return held == null || !clock.instant().isBefore(held.renewedAt());
  }

  private void fetch(CompletableFuture<AccessToken> fetched) {
    @Nullable AccessToken token = null;
    @Nullable Throwable failure = null;
    try {
      token = fetch.fetch();
    } catch (RuntimeException | Error e) {
      failure = e;
    }
    end(fetched, token, failure);
  }

  private void end(
      CompletableFuture<AccessToken> fetched,
      @Nullable AccessToken token,
      @Nullable Throwable failure) {
    settle(token, failure);
    if (token != null) {
      fetched.complete(token);
    } else if (failure != null) {
      fetched.completeExceptionally(failure);
    }
  }

  private void settle(@Nullable AccessToken token, @Nullable Throwable failure) {
    lock.lock();
    try {
      running = null;
      Instant now = clock.instant();
      if (token != null) {
        held = new Held(token, token.expiresAt().minus(margin(now, token.expiresAt())));
      } else if (held != null) {
        held = new Held(held.token(), now.plus(PAUSE));
      }
      unreachable =
          failure instanceof ImagoException imagoFailure && isOutOfReach(imagoFailure)
              ? new Unreachable(
                  imagoFailure, unreachable == null ? 1 : unreachable.count() + 1, now)
              : null;
    } finally {
      lock.unlock();
    }
  }

  private static boolean isOutOfReach(ImagoException failure) {
    return failure.code() == ErrorCode.CANNOT_CONNECT
        || failure.code() == ErrorCode.CONNECTION_LOST;
  }

  private @Nullable ImagoException refusal() {
    return unreachable != null
            && unreachable.count() >= MOST_FAILURES
            && clock.instant().isBefore(unreachable.failedAt().plus(REST))
        ? new ImagoException(
            unreachable.last().code(), unreachable.last().getMessage(), unreachable.last())
        : null;
  }

  private static Duration margin(Instant now, Instant expiresAt) {
    Duration part = Duration.between(now, expiresAt).dividedBy(LEAST_PART);
    return part.compareTo(MARGIN) < 0 ? part : MARGIN;
  }
}
