package dev.imago.emulator.google.filter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imago.emulator.google.FieldType;
import java.util.ArrayList;
import java.util.List;

/**
 * A field that a filter names.
 *
 * @param path the names from the resource down; behind a map's name stands the key
 * @param type the type at its end
 */
record FieldReference(List<String> path, FieldType type) {
  FieldReference {
    path = List.copyOf(path);
  }

  /**
   * The field's values in a resource: none when it is absent, several when a list is on the way.
   */
  List<JsonNode> values(JsonNode resource) {
    List<JsonNode> found = new ArrayList<>();
    collect(resource, 0, found);
    return found;
  }

  private void collect(JsonNode node, int depth, List<JsonNode> found) {
    if (node.isArray()) {
      node.forEach(element -> collect(element, depth, found));
    } else if (depth == path.size()) {
      if (!node.isMissingNode() && !node.isNull()) {
        found.add(node);
      }
    } else if (node.isObject()) {
      // A label's key may hold dots; then the whole rest of the path is the key.
      String rest = String.join(".", path.subList(depth, path.size()));
      if (node.has(rest)) {
        collect(node.get(rest), path.size(), found);
      } else {
        collect(node.path(path.get(depth)), depth + 1, found);
      }
    }
  }
}
