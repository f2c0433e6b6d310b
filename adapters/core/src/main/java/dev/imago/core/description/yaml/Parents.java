package dev.imago.core.description.yaml;

import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.TableDescription;
import dev.imago.core.error.NearestName;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks the parents of a service's tables, once all of them are read. */
final class Parents {
  private final Map<String, TableDescription> tables = new LinkedHashMap<>();

  /** Where a table names its parent, by the table's name. */
  private final Map<String, YamlNode> places = new LinkedHashMap<>();

  void add(TableDescription table, YamlWords words) {
    tables.put(table.name(), table);
    words.find("parent").ifPresent(place -> places.put(table.name(), place));
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
    TableDescription parent = tables.get(place.text());
    if (parent == null) {
      throw place.error(
          "the parent \""
              + place.text()
              + "\" is no table of this service"
              + NearestName.hint(place.text(), tables.keySet()));
    }
    List<ColumnDescription> columns = parent.readableColumns();
    if (columns.stream().noneMatch(column -> table.isParameter(column.name()))) {
      throw place.error(
          "the parent \"" + parent.name() + "\" has no column that a path of this table needs");
    }
  }

  private void checkCircle(TableDescription table, YamlNode place) {
    Set<String> line = new LinkedHashSet<>();
    TableDescription ancestor = table;
    while (ancestor != null) {
      if (!line.add(ancestor.name())) {
        throw place.error(
            "the parents go in a circle: " + String.join(" -> ", line) + " -> " + ancestor.name());
      }
      ancestor = ancestor.parent().map(tables::get).orElse(null);
    }
  }
}
