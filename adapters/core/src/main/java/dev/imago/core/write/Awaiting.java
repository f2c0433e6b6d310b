package dev.imago.core.write;

import java.time.Duration;

/**
 * How long the end of what a write starts is waited for, and how often it is looked at.
 *
 * @param first the first pause between two looks; the next ones grow
 * @param most the longest time in all
 */
public record Awaiting(Duration first, Duration most) {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

  /** The pause that follows another. */
  static Duration after(Duration pause) {
    Duration longer = pause.multipliedBy(3).dividedBy(2);
    return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
  }
}
