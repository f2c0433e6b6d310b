package dev.imago.emulator.google.filter;

import dev.imago.emulator.google.ApiSchema;
import dev.imago.emulator.google.FieldType;
import java.util.List;

/** Finds the fields that filters name. */
final class FieldNames {
  private FieldNames() {}

  /**
   * The field of a dotted name.
   *
   * @throws FilterException when the message has no such field
   */
  static FieldReference resolve(String name, ApiSchema schema, String message) {
    List<String> path = List.of(name.split("\\.", -1));
    FieldType type =
        schema
            .resolve(message, path)
            .orElseThrow(() -> new FilterException("Unknown field " + name + "."));
    return new FieldReference(path, type);
  }
}
