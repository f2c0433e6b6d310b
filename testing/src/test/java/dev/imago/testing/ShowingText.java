package dev.imago.testing;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** Tests that show text in each way there is. {@link SecretCheckTest} runs one at a time. */
class ShowingText {
  /** It is a secret only where that test says so. */
  static final String TEXT = "this-is-made-up";

  private static final Logger LOGGER = Logger.getLogger(ShowingText.class.getName());

  @Test
  void shows() {
    LOGGER.info("nothing");
  }

  @Test
  void prints() {
    System.out.println("It is " + TEXT);
  }

  @Test
  void complains() {
    System.err.print("It is " + TEXT);
  }

  @Test
  void logs() {
    LOGGER.finest("It is " + TEXT);
  }

  @Test
  void logsWhatWasThrown() {
    LOGGER.log(Level.FINE, "failed", new IllegalStateException("It is " + TEXT));
  }

  @Test
  void logsACause() {
    Exception cause = new IllegalStateException("It is " + TEXT);
    LOGGER.log(Level.FINE, "failed", new IllegalStateException("outer", cause));
  }

  @Test
  void logsWhatACauseSuppresses() {
    Exception cause = new IllegalStateException("inner");
    cause.addSuppressed(new IllegalStateException("It is " + TEXT));
    LOGGER.log(Level.FINE, "failed", new IllegalStateException("outer", cause));
  }
}
