package dev.imago.emulator.google;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/** Ends a call with an error answer; each API renders it in its own shape. */
public final class GoogleFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final FailureKind kind;
  private final transient Location location;
  private final transient Optional<ObjectNode> detail;

  /**
   * A part of a request.
   *
   * @param type {@code parameter} or {@code header}
   * @param name its name; "" when no part of its own is to blame
   */
  record Location(String type, String name) {
    static final Location NONE = new Location("", "");
  }

  private GoogleFailure(
      FailureKind kind, String message, Location location, Optional<ObjectNode> detail) {
    super(message, null, false, false);
    this.kind = kind;
    this.location = location;
    this.detail = detail;
  }

  public static GoogleFailure of(FailureKind kind, String message) {
    return new GoogleFailure(kind, message, Location.NONE, Optional.empty());
  }

  /** A value that the API does not take, in Compute's words. */
  public static GoogleFailure invalidField(String field, String value, String why) {
    return of(
        FailureKind.INVALID_ARGUMENT,
        "Invalid value for field '" + field + "': '" + value + "'. " + why);
  }

  /** A query parameter that the front end refuses before the API sees the call. */
  public static GoogleFailure badParameter(String parameter, String message) {
    return new GoogleFailure(
        FailureKind.INVALID_PARAMETER,
        message,
        new Location("parameter", parameter),
        Optional.of(badRequest(parameter, message)));
  }

  /** A field of a body that the front end refuses before the API sees the call. */
  public static GoogleFailure badField(String path, String message) {
    return new GoogleFailure(
        FailureKind.BAD_REQUEST, message, Location.NONE, Optional.of(badRequest(path, message)));
  }

  /** A field that a call needs and does not have, in Compute's words. */
  public static GoogleFailure missingField(String path) {
    return of(FailureKind.REQUIRED, "Required field '" + path + "' not specified");
  }

  /** What was read before is no longer so, in the words of the check that HTTP knows. */
  public static GoogleFailure conditionNotMet(String message) {
    return new GoogleFailure(
        FailureKind.CONDITION_NOT_MET,
        message,
        new Location("header", "If-Match"),
        Optional.empty());
  }

  private static ObjectNode badRequest(String field, String message) {
    ObjectNode detail = JsonNodeFactory.instance.objectNode();
    detail.put("@type", "type.googleapis.com/google.rpc.BadRequest");
    ObjectNode violation = detail.putArray("fieldViolations").addObject();
    violation.put("field", field);
    violation.put("description", message);
    return detail;
  }

  /** This failure with a google.rpc.ErrorInfo. */
  public GoogleFailure withErrorInfo(String reason, String domain, Map<String, String> metadata) {
    ObjectNode info = JsonNodeFactory.instance.objectNode();
    info.put("@type", "type.googleapis.com/google.rpc.ErrorInfo");
    info.put("reason", reason);
    info.put("domain", domain);
    ObjectNode values = info.putObject("metadata");
    metadata.forEach(values::put);
    return new GoogleFailure(kind, message(), location, Optional.of(info));
  }

  FailureKind kind() {
    return kind;
  }

  String message() {
    String message = getMessage();
    return message == null ? "" : message;
  }

  /** What of the request is to blame. */
  Location location() {
    return location;
  }

  /** One google.rpc detail message, with its {@code @type}. */
  Optional<ObjectNode> detail() {
    return detail;
  }
}
