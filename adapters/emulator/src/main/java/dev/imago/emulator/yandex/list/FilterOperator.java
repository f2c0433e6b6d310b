package dev.imago.emulator.yandex.list;

/** What a condition does with a field's value and its own. */
enum FilterOperator {
  EQUAL("="),
  NOT_EQUAL("!="),
  IN("IN"),
  NOT_IN("NOT IN");

  private final String symbol;

  FilterOperator(String symbol) {
    this.symbol = symbol;
  }

  String symbol() {
    return symbol;
  }

  /** Whether a list in parentheses stands behind it, and not one value. */
  boolean takesList() {
    return this == IN || this == NOT_IN;
  }

  /** Whether it is the opposite of being one of the values. */
  boolean excludes() {
    return this == NOT_EQUAL || this == NOT_IN;
  }
}
