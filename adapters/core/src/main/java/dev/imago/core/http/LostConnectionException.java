package dev.imago.core.http;

import java.io.IOException;

/** The connection broke while a body was read from it. What came before is not the whole answer. */
final class LostConnectionException extends IOException {
  private static final long serialVersionUID = 1L;

  LostConnectionException(IOException cause) {
    super(cause.getMessage(), cause);
  }
}
