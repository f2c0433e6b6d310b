package dev.imago.emulator.openstack;

import dev.imago.emulator.http.Response;

/** Ends a call with an error answer. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Response response;

  /** Ends it with this answer. */
  public Refusal(Response response) {
    super("Refused", null, false, false);
    this.response = response;
  }

  Response response() {
    return response;
  }
}
