package dev.imago.calcite.schema;

/** The names of the product's own schemas. */
final class Names {
  static final String IMAGO = "imago";
  static final String INVENTORY = "inventory";
  static final String SYSTEM = "system";

  private Names() {}
}
