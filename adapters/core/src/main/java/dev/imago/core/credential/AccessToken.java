package dev.imago.core.credential;

import dev.imago.core.description.HeaderText;
import java.time.Instant;
import java.util.Map;

/**
 * A token that opens a cloud's doors for a while.
 *
 * @param value the secret itself, which a header can hold
 * @param expiresAt when it is no longer good
 * @param headers what else goes with a request that carries it, by name; no secrets
 */
public record AccessToken(String value, Instant expiresAt, Map<String, String> headers) {
  public AccessToken {
    if (!HeaderText.isSendable(value)) {
      throw new IllegalArgumentException("no header can hold the token");
    }
    headers = Map.copyOf(headers);
  }

  /** A token that goes alone. */
  public AccessToken(String value, Instant expiresAt) {
    this(value, expiresAt, Map.of());
  }

  /** No secret gets out through a log or a message that prints the record. */
  @Override
  public String toString() {
    return "token until " + expiresAt;
  }
}
