package dev.imago.emulator.list;

import com.fasterxml.jackson.databind.JsonNode;

/** Decides which resources of a list are answered. */
@FunctionalInterface
public interface Filter {
  boolean matches(JsonNode resource);

  /** Lets everything through. */
  static Filter none() {
    return resource -> true;
  }

  /** Lets through what both let through. */
  default Filter and(Filter other) {
    return resource -> matches(resource) && other.matches(resource);
  }
}
