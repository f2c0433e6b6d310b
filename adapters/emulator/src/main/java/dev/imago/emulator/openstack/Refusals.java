package dev.imago.emulator.openstack;

import dev.imago.emulator.http.Request;
import dev.imago.emulator.http.Response;
import dev.imago.emulator.method.IllegalParameter;
import dev.imago.emulator.method.NoSuchMethod;

/** How a service words what it refuses before a method has been called. */
@FunctionalInterface
public interface Refusals {
  /** The answer to a request with a parameter that its method does not take. */
  Response illegal(Request request, IllegalParameter illegal);

  /** The answer to a request that is none of the service's methods: the gateway's, as a rule. */
  default Response missing(NoSuchMethod missing) {
    return GatewayErrors.unknownApi();
  }
}
