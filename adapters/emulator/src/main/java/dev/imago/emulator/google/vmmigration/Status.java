package dev.imago.emulator.google.vmmigration;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.state.OperationFailure;
import java.util.Map;

/** Writes {@code google.rpc.Status}: how operations and jobs say what went wrong. */
final class Status {
  /** The google.rpc codes by the HTTP status that stands for them. */
  private static final Map<Integer, Integer> CODES =
      Map.of(400, 3, 401, 16, 403, 7, 404, 5, 409, 6, 412, 9, 429, 8, 500, 13, 501, 12, 503, 14);

  private static final int UNKNOWN = 2;

  static final int CANCELLED = 1;
  static final int ALREADY_EXISTS = 6;

  private Status() {}

  /** A status of a google.rpc code. */
  static ObjectNode of(int code, String message) {
    return JsonNodeFactory.instance.objectNode().put("code", code).put("message", message);
  }

  /** A scripted failure, with the cloud's own name of it as the reason. */
  static ObjectNode of(OperationFailure failure) {
    ObjectNode status = of(CODES.getOrDefault(failure.httpStatus(), UNKNOWN), failure.message());
    status
        .putArray("details")
        .addObject()
        .put("@type", "type.googleapis.com/google.rpc.ErrorInfo")
        .put("reason", failure.code())
        .put("domain", MigrationAccess.SERVICE);
    return status;
  }
}
