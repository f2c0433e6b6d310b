package dev.imago.differential;

/** The types of the columns that are compared. */
enum SqlType {
  TEXT("VARCHAR"),
  WHOLE("BIGINT"),
  DECIMAL("DECIMAL(20, 0)"),
  DOUBLE("DOUBLE"),
  TIMESTAMP("TIMESTAMP"),
  FLAG("BOOLEAN");

  private final String declaration;

  SqlType(String declaration) {
    this.declaration = declaration;
  }

  /** How the other database declares a column of this type. */
  String declaration() {
    return declaration;
  }

  boolean isNumber() {
    return this == WHOLE || this == DECIMAL || this == DOUBLE;
  }
}
