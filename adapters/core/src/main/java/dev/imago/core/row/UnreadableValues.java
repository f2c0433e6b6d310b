package dev.imago.core.row;

import dev.imago.core.statement.StatementContext;

/**
 * Takes the values of one column that do not have its type. Such a value is NULL, so that one odd
 * value does not fail a query, and the statement warns about the column once.
 */
final class UnreadableValues {
  private static final int MOST_CHARACTERS = 60;

  private final Column column;
  private final boolean isSecret;
  private final StatementContext context;

  /** What a warning is about. */
  private record Column(String table, String name) {}

  private UnreadableValues(Column column, boolean isSecret, StatementContext context) {
    this.column = column;
    this.isSecret = isSecret;
    this.context = context;
  }

  static UnreadableValues of(
      String table, String column, boolean isSecret, StatementContext context) {
    return new UnreadableValues(new Column(table, column), isSecret, context);
  }

  /** The same column, of which this part is a secret. */
  UnreadableValues secret() {
    return isSecret ? this : new UnreadableValues(column, true, context);
  }

  /**
   * Takes one value.
   *
   * @param type what it should have been: timestamp, bigint
   */
  void add(String value, String type) {
    context.warnOnce(
        column,
        () ->
            column.table()
                + ": "
                + column.name()
                + " holds "
                + shown(value)
                + ", which is no "
                + type
                + "; such values read as NULL");
  }

  private String shown(String value) {
    if (isSecret) {
      return "***";
    }
    return value.length() <= MOST_CHARACTERS
        ? "\"" + value + "\""
        : "\"" + value.substring(0, MOST_CHARACTERS) + "...\"";
  }
}
