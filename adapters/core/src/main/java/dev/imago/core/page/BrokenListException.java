package dev.imago.core.page;

/** A page does not lead to the list's end. The message is the rest of a sentence about its call. */
final class BrokenListException extends Exception {
  private static final long serialVersionUID = 1L;

  BrokenListException(String message) {
    super(message);
  }
}
