package dev.imago.core.write;

import dev.imago.core.description.TableDescription;
import java.util.Map;
import java.util.stream.Collectors;

/** Queries that messages advise. */
final class LookUp {
  private LookUp() {}

  /** The query for the rows of a table that have these values. */
  static String query(TableDescription table, Map<String, ?> values) {
    String conditions =
        values.entrySet().stream()
            .map(entry -> entry.getKey() + " = " + literal(entry.getValue()))
            .collect(Collectors.joining(" AND "));
    return "SELECT * FROM "
        + table.qualifiedName()
        + (conditions.isEmpty() ? "" : " WHERE " + conditions);
  }

  private static String literal(Object value) {
    return value instanceof Number
        ? value.toString()
        : "'" + value.toString().replace("'", "''") + "'";
  }
}
