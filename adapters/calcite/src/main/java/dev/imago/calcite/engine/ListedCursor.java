package dev.imago.calcite.engine;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that are all there. */
final class ListedCursor implements RowCursor {
  private final List<List<@Nullable Object>> rows;
  private int at = -1;

  ListedCursor(List<List<@Nullable Object>> rows) {
    this.rows = rows;
  }

  @Override
  public boolean next() {
    at = Math.min(at + 1, rows.size());
    return at < rows.size();
  }

  @Override
  public @Nullable Object value(int column) {
    if (at < 0 || at >= rows.size()) {
      throw new ImagoException(ErrorCode.CURSOR_STATE, "the result is not on a row");
    }
    return rows.get(at).get(column);
  }

  @Override
  public void close() {
    at = rows.size();
  }
}
