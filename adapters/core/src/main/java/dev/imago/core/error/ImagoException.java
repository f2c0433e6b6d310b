package dev.imago.core.error;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * The one exception that leaves the core and the engine. Its message is for the person who wrote
 * the statement: what was being done, what the cloud said, what to do. It never holds a secret.
 */
public final class ImagoException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;

  public ImagoException(ErrorCode code, String message) {
    this(code, message, null);
  }

  public ImagoException(ErrorCode code, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.code = requireNonNull(code, "code");
  }

  /** Never null. */
  @Override
  public String getMessage() {
    return requireNonNull(super.getMessage());
  }

  public ErrorCode code() {
    return code;
  }

  public String sqlState() {
    return code.sqlState();
  }
}
