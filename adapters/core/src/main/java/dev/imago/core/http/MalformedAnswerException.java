package dev.imago.core.http;

import java.io.IOException;

/** An answer came whole, but it is not what the description says it is. */
public final class MalformedAnswerException extends IOException {
  private static final long serialVersionUID = 1L;

  public MalformedAnswerException(String message) {
    super(message);
  }
}
