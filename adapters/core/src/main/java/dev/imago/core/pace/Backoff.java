package dev.imago.core.pace;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long the repetitions of one call wait: a random time below a bound that doubles with each, so
 * that calls which failed together do not come back together.
 *
 * @param base the bound of the first wait; zero for no wait at all
 * @param random where the times come from
 */
public record Backoff(Duration base, RandomGenerator random) {
  /** The bound grows no further than this. */
  public static final Duration LONGEST = Duration.ofSeconds(30);

  private static final int MOST_DOUBLINGS = 20;

  /**
   * The wait ahead of a repetition.
   *
   * @param repetition from 1
   */
  public Duration before(int repetition) {
    Duration bound = base.multipliedBy(1L << Math.min(repetition - 1, MOST_DOUBLINGS));
    long most = (bound.compareTo(LONGEST) < 0 ? bound : LONGEST).toNanos();
    return Duration.ofNanos(most == 0 ? 0 : random.nextLong(most + 1));
  }
}
