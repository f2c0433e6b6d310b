package dev.imago.emulator.list;

/**
 * The last row that a page token has behind it; rows may come and go without disturbing it.
 *
 * @param path the row's path
 * @param key the row's key in the list's order
 */
public record Position(String path, String key) {
  /** The position of a row in an order. */
  public static Position of(Row row, Order order) {
    return new Position(row.path(), order.key(row.value()));
  }

  /** Before the first row. */
  public static Position start() {
    return new Position("", "");
  }

  /** Whether no row is behind it. */
  public boolean isStart() {
    return path.isEmpty();
  }
}
