package dev.imago.emulator.google.filter;

import dev.imago.emulator.google.ApiSchema;
import dev.imago.emulator.google.FieldType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
    Optional<FieldType> type = schema.resolve(message, path);
    if (type.isPresent()) {
      return new FieldReference(path, type.get());
    }
    // The newer APIs also know their fields by the names of their protocol buffers.
    List<String> camelCase = path.stream().map(FieldNames::camelCase).toList();
    return schema
        .resolve(message, camelCase)
        .map(found -> new FieldReference(camelCase, found))
        .orElseThrow(() -> new FilterException("Unknown field " + name + "."));
  }

  private static String camelCase(String name) {
    StringBuilder camelCase = new StringBuilder();
    for (String word : name.split("_", -1)) {
      boolean first = camelCase.length() == 0 || word.isEmpty();
      camelCase.append(
          first ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return camelCase.toString();
  }
}
