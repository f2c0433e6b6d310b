package dev.imago.core.http;

import dev.imago.core.error.ImagoException;
import java.io.IOException;

/**
 * Carries a failure to authorize through OkHttp, which prints any exception other than an {@link
 * IOException} to the console. Of a failure that is no {@link ImagoException} it carries the place
 * and not the text, which may quote the credential.
 */
final class AuthorizationFailedException extends IOException {
  private static final long serialVersionUID = 1L;

  private final RuntimeException failure;

  AuthorizationFailedException(RuntimeException failure) {
    this(failure instanceof ImagoException told ? told : untold(failure), failure.getClass());
  }

  private AuthorizationFailedException(RuntimeException failure, Class<?> kind) {
    super(kind.getName(), failure);
    this.failure = failure;
  }

  private static RuntimeException untold(RuntimeException failure) {
    RuntimeException place = new IllegalStateException(failure.getClass().getName());
    place.setStackTrace(failure.getStackTrace());
    return place;
  }

  RuntimeException failure() {
    return failure;
  }
}
