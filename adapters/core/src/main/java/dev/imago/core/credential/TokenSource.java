package dev.imago.core.credential;

import dev.imago.core.error.ImagoException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The token of one credential: kept until shortly before it expires, fetched by one thread at a
 * time whatever the number of those that want it. Safe for any number of threads.
 */
public final class TokenSource {
  /** How long before its end a token is renewed, where it lives long enough. */
  private static final Duration MARGIN = Duration.ofMinutes(5);

  /** Of a short life, this part is left when the token is renewed. */
  private static final int LEAST_PART = 4;

  /** How long a renewal waits that failed while the old token is still good. */
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final Clock clock;
  private final TokenFetch fetch;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Held held;
  private @Nullable CompletableFuture<AccessToken> running;

  private record Held(AccessToken token, Instant renewedAt) {}

  /** A source that has no token yet. */
  public TokenSource(Clock clock, TokenFetch fetch) {
    this.clock = clock;
    this.fetch = fetch;
  }

  /**
   * A token that is good as far as is known. While one thread renews a token ahead of its end, the
   * others go on with the old one.
   *
   * @throws ImagoException what {@link TokenFetch#fetch} throws, to each thread that waits for it
   */
  public AccessToken token() {
    AccessToken known;
    CompletableFuture<AccessToken> fetched;
    boolean isOurs = false;
    lock.lock();
    try {
      known = good();
      if (known != null && (!isDue() || running != null)) {
        return known;
      }
      if (running == null) {
        running = new CompletableFuture<>();
        isOurs = true;
      }
      fetched = running;
    } finally {
      lock.unlock();
    }
    if (isOurs) {
      fetch(fetched);
    }
    return await(fetched, known);
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
    settle(token);
    if (token != null) {
      fetched.complete(token);
    } else if (failure != null) {
      fetched.completeExceptionally(failure);
    }
  }

  private void settle(@Nullable AccessToken token) {
    lock.lock();
    try {
      running = null;
      Instant now = clock.instant();
      if (token != null) {
        held = new Held(token, token.expiresAt().minus(margin(now, token.expiresAt())));
      } else if (held != null) {
        held = new Held(held.token(), now.plus(PAUSE));
      }
    } finally {
      lock.unlock();
    }
  }

  private static Duration margin(Instant now, Instant expiresAt) {
    Duration part = Duration.between(now, expiresAt).dividedBy(LEAST_PART);
    return part.compareTo(MARGIN) < 0 ? part : MARGIN;
  }

  private static AccessToken await(
      CompletableFuture<AccessToken> fetched, @Nullable AccessToken known) {
    try {
      return fetched.join();
    } catch (CompletionException e) {
      if (known != null) {
        return known;
      }
      throw e.getCause() instanceof ImagoException failure
          ? new ImagoException(failure.code(), failure.getMessage(), failure)
          : e;
    }
  }
}
