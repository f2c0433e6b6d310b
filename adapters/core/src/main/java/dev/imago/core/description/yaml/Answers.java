package dev.imago.core.description.yaml;

import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.TableDescription;
import dev.imago.core.description.TableReference;
import dev.imago.core.description.WriteMethod;
import dev.imago.core.error.NearestName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Checks what the writes of a service answer, once all of its tables are read. A table of another
 * service is not: that service's file is read when a write is run.
 */
final class Answers {
  private final String service;
  private final Map<String, TableDescription> tables = new LinkedHashMap<>();

  /** Where a table has its writes, by the table's name. */
  private final Map<String, YamlNode> places = new LinkedHashMap<>();

  Answers(String service) {
    this.service = service;
  }

  void add(TableDescription table, YamlWords words) {
    tables.put(table.name(), table);
    words.find("writes").ifPresent(writes -> places.put(table.name(), writes));
  }

  /** Every answer is a row of a table that has the columns that it gives. */
  void check() {
    places.forEach(
        (name, writes) -> {
          Map<String, YamlNode> entries = writes.entries();
          for (WriteMethod write : Objects.requireNonNull(tables.get(name)).writes()) {
            YamlNode place = Objects.requireNonNull(entries.get(write.name()));
            write
                .answer()
                .table()
                .filter(answered -> answered.service().equals(service))
                .ifPresent(answered -> check(write, answered, place.in("write " + write.name())));
          }
        });
  }

  private void check(WriteMethod write, TableReference answered, YamlNode place) {
    TableDescription table = tables.get(answered.table());
    if (table == null) {
      throw place.error(
          "it answers \""
              + answered.table()
              + "\", which is no table of this service"
              + NearestName.hint(answered.table(), tables.keySet()));
    }
    for (String column : write.answer().from().keySet()) {
      List<String> known = table.readableColumns().stream().map(ColumnDescription::name).toList();
      if (!known.contains(column)) {
        throw place.error(
            "it answers \""
                + column
                + "\", which is no column of \""
                + table.name()
                + "\""
                + NearestName.hint(column, known));
      }
    }
  }
}
