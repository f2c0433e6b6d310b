package dev.imago.core.description.yaml;

import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.ColumnType;
import dev.imago.core.description.TableDescription;
import dev.imago.core.description.TableReference;
import dev.imago.core.error.NearestName;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks the parents of a service's tables, once all of them are read. A parent of another service
 * is not: that service's file is read when a query needs it.
 */
final class Parents {
  private final String service;
  private final Map<String, TableDescription> tables = new LinkedHashMap<>();

  /** Where a table names its parent, by the table's name. */
  private final Map<String, YamlNode> places = new LinkedHashMap<>();

  Parents(String service) {
    this.service = service;
  }

  void add(TableDescription table, YamlWords words) {
    tables.put(table.name(), table);
    if (table.parent().filter(this::isHere).isPresent()) {
      places.put(table.name(), words.need("parent"));
    }
  }

  private boolean isHere(TableReference parent) {
    return parent.service().equals(service);
  }

  /** Every parent is a table that can give a parameter, and none is its own ancestor. */
  void check() {
    for (TableDescription table : tables.values()) {
      YamlNode place = places.get(table.name());
      if (place != null) {
        checkGivesParameter(table, place);
        checkCircle(table, place);
      }
    }
  }

  private void checkGivesParameter(TableDescription table, YamlNode place) {
    TableReference reference = table.parent().orElseThrow();
    TableDescription parent = tables.get(reference.table());
    if (parent == null) {
      throw place.error(
          "the parent \""
              + reference.table()
              + "\" is no table of this service"
              + NearestName.hint(reference.table(), tables.keySet()));
    }
    List<ColumnDescription> columns = parent.readableColumns();
    if (columns.stream().noneMatch(column -> table.isParameter(column.name()))) {
      throw place.error(
          "the parent \"" + parent.name() + "\" has no column that a path of this table needs");
    }
    for (String column : reference.unless().keySet()) {
      if (columns.stream().noneMatch(each -> isText(each, column))) {
        throw place.error(
            "the parent \"" + parent.name() + "\" has no text column \"" + column + "\"");
      }
    }
  }

  private static boolean isText(ColumnDescription column, String name) {
    return column.name().equals(name) && column.type() == ColumnType.Scalar.VARCHAR;
  }

  private void checkCircle(TableDescription table, YamlNode place) {
    Set<String> line = new LinkedHashSet<>();
    TableDescription ancestor = table;
    while (ancestor != null) {
      if (!line.add(ancestor.name())) {
        throw place.error(
            "the parents go in a circle: " + String.join(" -> ", line) + " -> " + ancestor.name());
      }
      ancestor =
          ancestor
              .parent()
              .filter(this::isHere)
              .map(reference -> tables.get(reference.table()))
              .orElse(null);
    }
  }
}
