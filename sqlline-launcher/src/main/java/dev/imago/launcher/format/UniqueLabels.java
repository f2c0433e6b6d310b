package dev.imago.launcher.format;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Names for the members of an object: the labels of the columns, each once. */
final class UniqueLabels {
  private UniqueLabels() {}

  /** The labels in order; one that was there already gets the first free number: {@code id_2}. */
  static List<String> of(List<Column> columns) {
    Set<String> labels = new LinkedHashSet<>();
    columns.forEach(column -> labels.add(column.label()));
    Set<String> seen = new LinkedHashSet<>();
    List<String> names = new ArrayList<>();
    for (Column column : columns) {
      String name = column.label();
      for (int number = 2; !seen.add(name); number++) {
        String numbered = column.label() + "_" + number;
        if (!labels.contains(numbered)) {
          name = numbered;
        }
      }
      names.add(name);
    }
    return names;
  }
}
