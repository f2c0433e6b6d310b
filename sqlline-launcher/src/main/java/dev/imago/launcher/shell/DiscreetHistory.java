package dev.imago.launcher.shell;

import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jline.reader.impl.history.DefaultHistory;

/**
 * The lines of earlier sessions and of this one, without those that may hold a secret. It tells of
 * every line that comes.
 */
final class DiscreetHistory extends DefaultHistory {
  private final Predicate<String> mayHaveSecret;
  private final Consumer<String> onLine;

  DiscreetHistory(Predicate<String> mayHaveSecret, Consumer<String> onLine) {
    this.mayHaveSecret = mayHaveSecret;
    this.onLine = onLine;
  }

  @Override
  public void add(Instant time, String line) {
    onLine.accept(line);
    if (!mayHaveSecret.test(line)) {
      super.add(time, line);
    }
  }
}
