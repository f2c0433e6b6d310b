package dev.imago.core.http;

import dev.imago.core.pace.Backoff;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.ToLongFunction;
import java.util.random.RandomGenerator;

/**
 * How calls are bounded, held back and repeated.
 *
 * @param maxConcurrency the most calls that wait for an answer at the same time
 * @param rateLimits the most calls a second and account, by provider; 0 for no limit
 * @param backoff how long repetitions wait
 * @param silence how long the answer, and each further part of it, is waited for
 * @param mostBytes the longest body of an answer, in bytes after decompression
 */
public record CallRules(
    int maxConcurrency,
    ToLongFunction<String> rateLimits,
    Backoff backoff,
    Duration silence,
    long mostBytes) {
  private static final Duration SILENCE = Duration.ofSeconds(60);

  /** A hundred times what a full page of the largest rows has. */
  private static final long MOST_BYTES = 512L << 20;

  /** Rules with what no property sets. */
  public static CallRules of(
      int maxConcurrency, ToLongFunction<String> rateLimits, Duration retryBase) {
    RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();
    return new CallRules(
        maxConcurrency, rateLimits, new Backoff(retryBase, random), SILENCE, MOST_BYTES);
  }
}
