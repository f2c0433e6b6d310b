package dev.imago.launcher.shell;

import java.time.Instant;
import java.util.function.Predicate;
import org.jline.reader.impl.history.DefaultHistory;

/** The lines of earlier sessions and of this one, without those that may hold a secret. */
final class DiscreetHistory extends DefaultHistory {
  private final Predicate<String> mayHaveSecret;

  DiscreetHistory(Predicate<String> mayHaveSecret) {
    this.mayHaveSecret = mayHaveSecret;
  }

  @Override
  public void add(Instant time, String line) {
    if (!mayHaveSecret.test(line)) {
      super.add(time, line);
    }
  }
}
