package dev.imago.emulator.google;

/** The kinds of failure, with their three names: HTTP status, google.rpc code, legacy reason. */
public enum FailureKind {
  INVALID_ARGUMENT(400, "invalid"),
  BAD_REQUEST(400, "badRequest"),
  REQUIRED(400, "required"),
  INVALID_PARAMETER(400, "invalidParameter"),
  FAILED_PRECONDITION(400, "failedPrecondition"),
  NOT_READY(400, "resourceNotReady"),
  IN_USE(400, "resourceInUseByAnotherResource"),
  UNAUTHENTICATED(401, "required"),
  PERMISSION_DENIED(403, "forbidden"),
  NOT_FOUND(404, "notFound"),
  METHOD_NOT_ALLOWED(405, "methodNotAllowed"),
  ALREADY_EXISTS(409, "alreadyExists"),
  CONDITION_NOT_MET(412, "conditionNotMet"),
  UNIMPLEMENTED(501, "notImplemented"),
  UNAVAILABLE(503, "backendError");

  private final int httpStatus;
  private final String reason;

  FailureKind(int httpStatus, String reason) {
    this.httpStatus = httpStatus;
    this.reason = reason;
  }

  int httpStatus() {
    return httpStatus;
  }

  /** The reason in the {@code errors} list of the older error shape. */
  String reason() {
    return reason;
  }

  /** The code in the google.rpc error shape. */
  String rpcCode() {
    return switch (this) {
      case INVALID_PARAMETER, BAD_REQUEST, REQUIRED -> INVALID_ARGUMENT.name();
      case METHOD_NOT_ALLOWED -> UNIMPLEMENTED.name();
      case CONDITION_NOT_MET, NOT_READY, IN_USE -> FAILED_PRECONDITION.name();
      default -> name();
    };
  }
}
