package dev.imago.core.description;

import java.util.Set;

/**
 * How a call is told which fields are wanted.
 *
 * @param parameter the query parameter that takes the fields, in Google's partial response syntax
 * @param unknown fields that answers may have and the API refuses to be asked for: a read that
 *     wants one asks for whole rows
 */
public record Masking(String parameter, Set<String> unknown) {
  public Masking {
    unknown = Set.copyOf(unknown);
  }

  /** Every field can be asked for. */
  public static Masking by(String parameter) {
    return new Masking(parameter, Set.of());
  }
}
