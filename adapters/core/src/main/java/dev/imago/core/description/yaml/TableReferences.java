package dev.imago.core.description.yaml;

import dev.imago.core.description.TableReference;
import java.util.List;
import java.util.Map;

/** Reads the names of tables. */
final class TableReferences {
  private TableReferences() {}

  /**
   * A table of the service by its name, or of another as {@code service.table}.
   *
   * @param unless rows that do not count
   */
  static TableReference reference(YamlNode node, String service, Map<String, String> unless) {
    List<String> parts = List.of(node.text().split("\\.", -1));
    return switch (parts.size()) {
      case 1 -> new TableReference(service, parts.get(0), unless);
      case 2 -> new TableReference(parts.get(0), parts.get(1), unless);
      default -> throw node.error("must be a table, or a service and its table: folders.folders");
    };
  }
}
