package dev.imago.core.http;

import java.io.IOException;

/** A connection holds bytes that belong to no answer. */
final class LeftOverException extends IOException {
  private static final long serialVersionUID = 1L;

  private static final String MESSAGE =
      "the connection holds more than the answers that were asked for";

  LeftOverException() {
    super(MESSAGE);
  }

  LeftOverException(IOException cause) {
    super(MESSAGE, cause);
  }
}
