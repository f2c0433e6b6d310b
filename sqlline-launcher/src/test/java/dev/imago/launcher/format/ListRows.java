package dev.imago.launcher.format;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows held in memory. */
final class ListRows implements Rows {
  private final List<Column> columns;
  private final Iterator<@Nullable String[]> rows;
  private @Nullable String[] row = {};

  ListRows(List<Column> columns, @Nullable String[]... rows) {
    this.columns = columns;
    this.rows = Arrays.asList(rows).iterator();
  }

  ListRows(List<Column> columns, Iterator<@Nullable String[]> rows) {
    this.columns = columns;
    this.rows = rows;
  }

  static @Nullable String[] row(@Nullable String... texts) {
    return texts;
  }

  @Override
  public List<Column> columns() {
    return columns;
  }

  @Override
  public boolean next() {
    if (!rows.hasNext()) {
      return false;
    }
    row = rows.next();
    return true;
  }

  @Override
  public @Nullable String text(int column) {
    return row[column];
  }
}
