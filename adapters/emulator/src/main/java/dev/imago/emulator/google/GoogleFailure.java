package dev.imago.emulator.google;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/** Ends a call with an error answer; each API renders it in its own shape. */
public final class GoogleFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final FailureKind kind;
  private final String location;
  private final transient Optional<ObjectNode> detail;

  private GoogleFailure(
      FailureKind kind, String message, String location, Optional<ObjectNode> detail) {
    super(message, null, false, false);
    this.kind = kind;
    this.location = location;
    this.detail = detail;
  }

  public static GoogleFailure of(FailureKind kind, String message) {
    return new GoogleFailure(kind, message, "", Optional.empty());
  }

  /** A value that the API does not take, in Compute's words. */
  public static GoogleFailure invalidField(String field, String value, String why) {
    return of(
        FailureKind.INVALID_ARGUMENT,
        "Invalid value for field '" + field + "': '" + value + "'. " + why);
  }

  /** A query parameter that the front end refuses before the API sees the call. */
  public static GoogleFailure badParameter(String parameter, String message) {
    ObjectNode detail = JsonNodeFactory.instance.objectNode();
    detail.put("@type", "type.googleapis.com/google.rpc.BadRequest");
    ObjectNode violation = detail.putArray("fieldViolations").addObject();
    violation.put("field", parameter);
    violation.put("description", message);
    return new GoogleFailure(
        FailureKind.INVALID_PARAMETER, message, parameter, Optional.of(detail));
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

  /** The parameter that is to blame, or "". */
  String location() {
    return location;
  }

  /** One google.rpc detail message, with its {@code @type}. */
  Optional<ObjectNode> detail() {
    return detail;
  }
}
