package dev.imago.core.http;

import dev.imago.core.pace.Backoff;
import java.time.Duration;
import java.util.Optional;

/**
 * Decides whether a call is sent again, and when.
 *
 * @param backoff how long it waits where the service does not say
 */
record Repetition(Backoff backoff) {
  /** A service that asks for a longer wait than this is taken to be away. */
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

  /** The call goes again, or it does not. */
  sealed interface Decision {}

  /** It goes again after this time. */
  record Again(Duration pause) implements Decision {}

  /**
   * It does not.
   *
   * @param why as a part of a sentence; empty when it went often enough
   */
  record GivenUp(String why) implements Decision {}

  /**
   * The decision after a failure.
   *
   * @param tries how often the call was tried so far
   * @param asked how long the service asks to wait
   * @param remaining the time that the statement still has; empty when it has no end
   */
  Decision after(
      Trouble trouble, int tries, Optional<Duration> asked, Optional<Duration> remaining) {
    if (tries >= trouble.mostTries()) {
      return new GivenUp("");
    }
    Duration random = backoff.before(tries);
    Duration pause = asked.filter(longer -> longer.compareTo(random) > 0).orElse(random);
    if (pause.compareTo(LONGEST_WAIT) > 0) {
      return new GivenUp("not again, because the service asks to wait " + pause.toSeconds() + " s");
    }
    if (remaining.isPresent() && pause.compareTo(remaining.get()) >= 0) {
      return new GivenUp("not again, because the statement's time-out would come first");
    }
    return new Again(pause);
  }
}
