package dev.imago.core.description;

import java.util.Map;
import java.util.Optional;

/**
 * How a service's failures read: the shape of their bodies, and what the service's own codes mean.
 *
 * @param shape the name of an error shape of the provider
 * @param meanings the service's own codes; they count before the HTTP status does
 */
public record ErrorMapping(String shape, Map<String, Meaning> meanings) {
  public ErrorMapping {
    meanings = Map.copyOf(meanings);
  }

  /** What a failure means, whichever way its cloud says it. */
  public enum Meaning {
    ABSENT,
    /** It is not there, or the service has a fault: the answer does not tell which. */
    PERHAPS_ABSENT,
    EXISTS,
    FORBIDDEN,
    UNAUTHENTICATED,
    THROTTLED,
    BAD_VALUE,
    OUT_OF_DATE
  }

  /** What the code means, if the description says. */
  public Optional<Meaning> meaning(String code) {
    return Optional.ofNullable(meanings.get(code));
  }
}
