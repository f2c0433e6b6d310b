package dev.imago.launcher.arguments;

/** The command line cannot be understood. The message says why and what to do. */
public final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }
}
