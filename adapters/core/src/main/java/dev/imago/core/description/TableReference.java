package dev.imago.core.description;

import java.util.Map;

/**
 * A table of the same provider, whose rows give another table its parameters.
 *
 * @param unless rows that give none: those whose column has the value
 */
public record TableReference(String service, String table, Map<String, String> unless) {
  public TableReference {
    unless = Map.copyOf(unless);
  }

  /** A table of which every row counts. */
  public TableReference(String service, String table) {
    this(service, table, Map.of());
  }

  @Override
  public String toString() {
    return service + "." + table;
  }
}
