package dev.imago.emulator.google.list;

/**
 * The last row that a page token has behind it; rows may come and go without disturbing it.
 *
 * @param path the row's path
 * @param created the row's creation time as text
 */
public record Position(String path, String created) {
  static Position of(Row row) {
    return new Position(row.path(), row.created());
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
