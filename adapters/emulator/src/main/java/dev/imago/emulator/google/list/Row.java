package dev.imago.emulator.google.list;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One resource in a list.
 *
 * @param path its name below the API's root: {@code projects/p/global/images/x}
 * @param value the resource; not to be changed
 */
public record Row(String path, ObjectNode value) {
  /** The time by which {@link Order#NEWEST_FIRST} sorts, as the resource has it. */
  String created() {
    return value.path("creationTimestamp").asText("");
  }
}
