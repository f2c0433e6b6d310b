package dev.imago.emulator.state;

/**
 * How an operation ends badly.
 *
 * @param httpStatus the status that the error would have as an answer: {@code 403}
 * @param code the cloud's own name of it: {@code QUOTA_EXCEEDED}
 * @param message what it says
 */
public record OperationFailure(int httpStatus, String code, String message) {}
