package dev.imago.core.reference;

import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.ColumnType;
import dev.imago.core.description.ColumnType.ArrayOf;
import dev.imago.core.description.ColumnType.MapOf;
import dev.imago.core.description.ColumnType.RowOf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The ROW types in a table's columns, each once, with the places where a query finds it. */
final class NestedFields {
  private final Map<RowOf, List<String>> places = new LinkedHashMap<>();

  private NestedFields() {}

  /**
   * The types with their places: {@code labels['key']} of a map's values and {@code disks[i]} of an
   * array's elements. What is nested in a type is given below its first place only.
   */
  static Map<RowOf, List<String>> of(List<ColumnDescription> columns) {
    NestedFields nested = new NestedFields();
    columns.forEach(column -> nested.add(column.name(), column.type()));
    return nested.places;
  }

  private void add(String place, ColumnType type) {
    if (type instanceof ArrayOf array) {
      add(place + "[i]", array.element());
    } else if (type instanceof MapOf map) {
      add(place + "['key']", map.value());
    } else if (type instanceof RowOf row) {
      List<String> known = places.get(row);
      if (known != null) {
        known.add(place);
        return;
      }
      places.put(row, new ArrayList<>(List.of(place)));
      row.fields().forEach(field -> add(place + "." + field.name(), field.type()));
    }
  }
}
