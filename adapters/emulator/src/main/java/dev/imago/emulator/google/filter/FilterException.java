package dev.imago.emulator.google.filter;

/** A filter that the API does not take. */
public final class FilterException extends RuntimeException {
  private static final long serialVersionUID = 1;

  FilterException(String message) {
    super(message, null, false, false);
  }

  /** Why, as a sentence. */
  public String why() {
    return String.valueOf(getMessage());
  }
}
