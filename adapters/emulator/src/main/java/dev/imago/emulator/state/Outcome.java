package dev.imago.emulator.state;

/** How an operation is to go on after it has begun. */
public sealed interface Outcome {

  /** It does what it was asked for. */
  record Success() implements Outcome {}

  /** It ends, and has done nothing but fail. */
  record Failure(OperationFailure failure) implements Outcome {}

  /** It runs, and is never done. */
  record Endless() implements Outcome {}

  /** It ends with this error. */
  static Outcome failure(int httpStatus, String code, String message) {
    return new Failure(new OperationFailure(httpStatus, code, message));
  }

  /** It never ends. */
  static Outcome endless() {
    return new Endless();
  }
}
