package dev.imago.jdbc.metadata;

import org.jspecify.annotations.Nullable;

/**
 * A table as a caller names it. Letter case does not count, and nothing is a pattern.
 *
 * @param catalog null is any; the empty name asks for tables without one, and there are none
 * @param schema null is any
 * @param table null is none
 */
record TableName(@Nullable String catalog, @Nullable String schema, @Nullable String table) {

  boolean matches(String otherCatalog, String otherSchema, String otherTable) {
    return isAnyOr(catalog, otherCatalog)
        && isAnyOr(schema, otherSchema)
        && otherTable.equalsIgnoreCase(table);
  }

  private static boolean isAnyOr(@Nullable String wanted, String name) {
    return wanted == null || wanted.equalsIgnoreCase(name);
  }
}
