package dev.imago.emulator.keystone;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.http.Request;
import dev.imago.emulator.http.Response;
import dev.imago.emulator.method.IllegalParameter;
import dev.imago.emulator.openstack.Refusal;
import dev.imago.emulator.openstack.Refusals;

/** The service's errors: {@code {"error": {"code", "title", "message"}}}, with a number as code. */
final class KeystoneErrors implements Refusals {
  @Override
  public Response illegal(Request request, IllegalParameter illegal) {
    return answer(400, "Bad Request", illegal.name() + " " + illegal.problem() + ".");
  }

  static Refusal badRequest(String message) {
    return new Refusal(answer(400, "Bad Request", message));
  }

  static Refusal unauthorized(String message) {
    return new Refusal(answer(401, "Unauthorized", message));
  }

  private static Response answer(int status, String title, String message) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("error").put("code", status).put("title", title).put("message", message);
    return Response.json(status, body);
  }
}
