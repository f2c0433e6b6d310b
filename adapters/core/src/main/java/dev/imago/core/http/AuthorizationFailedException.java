package dev.imago.core.http;

import java.io.IOException;

/**
 * Carries a failure to authorize through OkHttp, which prints any exception other than an {@link
 * IOException} to the console.
 */
final class AuthorizationFailedException extends IOException {
  private static final long serialVersionUID = 1L;

  private final RuntimeException failure;

  AuthorizationFailedException(RuntimeException failure) {
    super(failure);
    this.failure = failure;
  }

  RuntimeException failure() {
    return failure;
  }
}
