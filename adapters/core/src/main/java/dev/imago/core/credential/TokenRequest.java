package dev.imago.core.credential;

import java.util.List;
import okhttp3.Request;

/**
 * A request for a token.
 *
 * @param provider the cloud's name
 * @param request whole, with what proves who asks
 * @param secrets what of it must not be seen
 * @param advice what the user can do when it is refused
 */
public record TokenRequest(String provider, Request request, List<String> secrets, String advice) {
  public TokenRequest {
    secrets = List.copyOf(secrets);
  }

  /** The property that replaces the address. */
  String urlProperty() {
    return provider + ".auth.url";
  }

  /** No secret gets out through a log or a message that prints the record. */
  @Override
  public String toString() {
    return provider + ": " + request.method() + " " + request.url();
  }
}
