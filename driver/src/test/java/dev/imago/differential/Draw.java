package dev.imago.differential;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Draws that a seed decides. */
final class Draw {
  private static final int PERCENT = 100;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final Random random;

  /** The draws of one query: the same seed and number give the same ones. */
  Draw(long seed, int number) {
    this.random = new Random((seed + number * SPREAD) * SPREAD);
  }

  /** Whether something happens that happens so often in a hundred. */
  boolean chance(int percent) {
    return random.nextInt(PERCENT) < percent;
  }

  /** From the first to the last, both included. */
  int between(int first, int last) {
    return first + random.nextInt(last - first + 1);
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  @SafeVarargs
  final <T> T oneOf(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  /** Up to so many of them, without repetition, in any order. */
  <T> List<T> some(List<T> choices, int most) {
    List<T> shuffled = shuffled(choices);
    return shuffled.subList(0, Math.min(most, shuffled.size()));
  }

  <T> List<T> shuffled(List<T> choices) {
    List<T> shuffled = new ArrayList<>(choices);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }
}
