package dev.imago.core.description;

/** A table of the same provider, by its service and its name. */
public record TableReference(String service, String table) {
  @Override
  public String toString() {
    return service + "." + table;
  }
}
