package dev.imago.calcite.engine;

import dev.imago.calcite.plan.InternalErrors;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.statement.Cancellation;

/** Turns what generated code throws into errors with a code. */
final class ExecutionErrors {
  private ExecutionErrors() {}

  /**
   * The error to throw. A cancelled statement fails in many ways, but was cancelled; an error that
   * says so itself may say more, such as what goes on without it.
   */
  static ImagoException translate(Throwable error, Cancellation cancellation) {
    if (error instanceof ImagoException known && known.code().tellsOfStop()) {
      return known;
    }
    cancellation.check();
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof ImagoException known) {
        return known;
      }
    }
    // Generated code computes constants when its class is first used.
    Throwable failure =
        error instanceof LinkageError && error.getCause() != null ? error.getCause() : error;
    return ComputationErrors.of(failure, error).orElseGet(() -> translate(failure, error));
  }

  private static ImagoException translate(Throwable failure, Throwable error) {
    String message = failure.getMessage();
    if (failure instanceof NumberFormatException) {
      String reason = message == null ? "" : ": " + InternalErrors.firstLine(message);
      return new ImagoException(
          ErrorCode.NOT_CONVERTIBLE, "a text is not a number" + reason, error);
    }
    return message == null || isFault(failure)
        ? InternalErrors.of("the statement cannot go on", error)
        : new ImagoException(
            ErrorCode.COMPUTATION_FAILED, InternalErrors.firstLine(message), error);
  }

  /** What no values of the rows can be the cause of. */
  private static boolean isFault(Throwable failure) {
    return failure instanceof Error
        || failure instanceof NullPointerException
        || failure instanceof ClassCastException
        || failure instanceof IllegalStateException
        || failure instanceof IndexOutOfBoundsException;
  }
}
