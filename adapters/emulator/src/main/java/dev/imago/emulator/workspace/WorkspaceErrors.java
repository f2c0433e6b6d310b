package dev.imago.emulator.workspace;

import dev.imago.emulator.http.Request;
import dev.imago.emulator.http.Response;
import dev.imago.emulator.method.IllegalParameter;
import dev.imago.emulator.method.NoSuchMethod;
import dev.imago.emulator.openstack.GatewayErrors;
import dev.imago.emulator.openstack.Refusal;
import dev.imago.emulator.openstack.Refusals;

/** The service's errors: {@code {"error_code", "error_msg"}}, as the gateway's, but WKS codes. */
final class WorkspaceErrors implements Refusals {
  @Override
  public Response illegal(Request request, IllegalParameter illegal) {
    return GatewayErrors.answer(
        400,
        "WKS.00211102",
        "The parameter is invalid. " + illegal.name() + " " + illegal.problem() + ".");
  }

  @Override
  public Response missing(NoSuchMethod missing) {
    return missing.isPathKnown()
        ? GatewayErrors.answer(405, "WKS.00000405", "The request method is not allowed.")
        : Refusals.super.missing(missing);
  }

  /** What is asked of a resource that is not in a state for it. */
  static Refusal notPossible(String why) {
    return new Refusal(
        GatewayErrors.answer(400, "WKS.00211102", "The parameter is invalid. " + why));
  }

  static Refusal notFound(String what, String id) {
    return new Refusal(
        GatewayErrors.answer(404, "WKS.00000404", "No resources found: " + what + " " + id + "."));
  }
}
