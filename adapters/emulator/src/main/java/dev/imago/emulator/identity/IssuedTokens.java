package dev.imago.emulator.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/** The tokens that a cloud has given away; each is good until it expires. */
public final class IssuedTokens {
  private final Map<String, Instant> expiries = new ConcurrentHashMap<>();
  private final AtomicLong numbers = new AtomicLong();
  private final Clock clock;
  private final Duration life;
  private final LongFunction<String> form;

  /**
   * Begins without tokens.
   *
   * @param clock by which they expire
   * @param life how long they are good
   * @param form the token of a number
   */
  public IssuedTokens(Clock clock, Duration life, LongFunction<String> form) {
    this.clock = clock;
    this.life = life;
    this.form = form;
  }

  /**
   * A token that was just given away.
   *
   * @param life how long it is good
   */
  public record Issued(String token, Instant expiresAt, Duration life) {}

  /** Gives a token away. */
  public Issued issue() {
    String token = form.apply(numbers.incrementAndGet());
    Instant expiresAt = clock.instant().plus(life);
    expiries.put(token, expiresAt);
    return new Issued(token, expiresAt, life);
  }

  /** Whether it was given away here and is still good. */
  public boolean isGood(String token) {
    Instant expiresAt = expiries.get(token);
    return expiresAt != null && clock.instant().isBefore(expiresAt);
  }
}
