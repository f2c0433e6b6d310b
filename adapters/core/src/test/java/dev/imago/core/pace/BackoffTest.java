package dev.imago.core.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final Duration BASE = Duration.ofMillis(500);

  @Test
  void boundsDoubleUpToTheLongest() {
    Backoff backoff = new Backoff(BASE, new Highest());

    assertThat(IntStream.rangeClosed(1, 9).mapToObj(i -> backoff.before(i).toMillis()))
        .containsExactly(500L, 1000L, 2000L, 4000L, 8000L, 16000L, 30000L, 30000L, 30000L);
    assertThat(backoff.before(1000)).isEqualTo(Backoff.LONGEST);
  }

  @Test
  void waitsAreAnywhereBelowTheBound() {
    Backoff backoff = new Backoff(BASE, new Random(7));

    assertThat(IntStream.range(0, 1000).mapToObj(i -> backoff.before(1).toMillis()))
        .allMatch(wait -> wait <= 500)
        .anyMatch(wait -> wait < 25)
        .anyMatch(wait -> wait > 475);
  }

  @Test
  void noBaseIsNoWait() {
    assertThat(new Backoff(Duration.ZERO, new Random(7)).before(5)).isZero();
  }

  /** Chance that always gives the most. */
  private static final class Highest implements RandomGenerator {
    @Override
    public long nextLong() {
      return Long.MAX_VALUE;
    }

    @Override
    public long nextLong(long bound) {
      return bound - 1;
    }
  }
}
