package dev.imago.emulator.openstack;

import dev.imago.emulator.http.Request;
import dev.imago.emulator.http.Response;
import dev.imago.emulator.method.IllegalParameter;

/** How a service words what it refuses before a method has been called. */
@FunctionalInterface
public interface Refusals {
  /** The answer to a request with a parameter that its method does not take. */
  Response of(Request request, IllegalParameter illegal);
}
