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
    if (error instanceof LinkageError && error.getCause() instanceof ArithmeticException folded) {
      // The generated code computes constants when its class is first used.
      return new ImagoException(ErrorCode.COMPUTATION_FAILED, reason(folded), error);
    }
    if (error instanceof NullPointerException || error instanceof StackOverflowError) {
      return new ImagoException(
          ErrorCode.INTERNAL, "the statement failed while it ran: " + error, error);
    }
    return new ImagoException(ErrorCode.COMPUTATION_FAILED, reason(error), error);
  }

  private static String reason(Throwable error) {
    String message = error.getMessage();
    return message == null ? error.toString() : message;
  }
}
