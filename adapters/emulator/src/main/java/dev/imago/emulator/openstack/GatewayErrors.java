package dev.imago.emulator.openstack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.http.Response;

/** Errors as the gateway in front of every service gives them. */
public final class GatewayErrors {
  private GatewayErrors() {}

  /**
   * The answer {@code {"error_code", "error_msg"}}.
   *
   * @param status the HTTP status
   * @param code the code, of the gateway or of a service that writes its own in the same form
   */
  public static Response answer(int status, String code, String message) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("error_code", code);
    body.put("error_msg", message);
    return Response.json(status, body);
  }

  static Response unknownApi() {
    return answer(
        404, "APIGW.0101", "The API does not exist or has not been published in the environment");
  }

  static Refusal notAuthenticated(String why) {
    return new Refusal(
        answer(401, "APIGW.0301", "Incorrect IAM authentication information: " + why));
  }

  static Refusal notAuthorized(String why) {
    return new Refusal(
        answer(403, "APIGW.0302", "The IAM user is not authorized to access the API: " + why));
  }
}
