package dev.imago.calcite.plan;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Faults of the product. Messages of the planner and of the code that it makes hold plans and
 * generated code, which tell the person who wrote the statement nothing: the error says the cause,
 * the log has all of it.
 */
public final class InternalErrors {
  private static final Logger LOG = Logger.getLogger(InternalErrors.class.getName());
  private static final int MOST_CHARACTERS = 200;

  private InternalErrors() {}

  /**
   * The error to throw.
   *
   * @param what what could not be done
   */
  public static ImagoException of(String what, Throwable error) {
    LOG.log(Level.FINE, what, error);
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return new ImagoException(ErrorCode.INTERNAL, what + ": " + firstLine(root.toString()), error);
  }

  /** The first line of a message, without its end where it is long. */
  public static String firstLine(String message) {
    String line = message.lines().findFirst().orElse("");
    return line.length() <= MOST_CHARACTERS ? line : line.substring(0, MOST_CHARACTERS) + "...";
  }
}
