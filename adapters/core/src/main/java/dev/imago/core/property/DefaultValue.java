package dev.imago.core.property;

import java.util.Optional;

/**
 * A value that stands in for a parameter that a query does not bind.
 *
 * @param within the value of another property that it belongs to: {@code eu-de} for the project
 *     {@code eu-de/p1}; empty when it belongs to none
 */
public record DefaultValue(String value, Optional<Within> within) {

  /**
   * What a value belongs to.
   *
   * @param property the property's full name: {@code acme.region}
   */
  public record Within(String property, String value) {}
}
