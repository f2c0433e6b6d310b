package dev.imago.calcite.engine;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.statement.Cancellation;

/** Turns what generated code throws into errors with a code. */
final class ExecutionErrors {
  private ExecutionErrors() {}

  /** The error to throw. A cancelled statement fails in many ways, but was cancelled. */
  static ImagoException translate(Throwable error, Cancellation cancellation) {
    cancellation.check();
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof ImagoException known) {
        return known;
      }
    }
    // Generated code computes constants when its class is first used.
    Throwable failure =
        error instanceof LinkageError && error.getCause() != null ? error.getCause() : error;
    return ComputationErrors.of(failure, error)
        .orElseGet(() -> new ImagoException(code(failure), reason(failure), error));
  }

  private static ErrorCode code(Throwable failure) {
    if (failure instanceof NumberFormatException) {
      return ErrorCode.NOT_CONVERTIBLE;
    }
    return failure instanceof NullPointerException || failure instanceof StackOverflowError
        ? ErrorCode.INTERNAL
        : ErrorCode.COMPUTATION_FAILED;
  }

  private static String reason(Throwable failure) {
    String message = failure.getMessage();
    if (failure instanceof NumberFormatException) {
      return "a text is not a number: " + message;
    }
    return message == null ? failure.toString() : message;
  }
}
