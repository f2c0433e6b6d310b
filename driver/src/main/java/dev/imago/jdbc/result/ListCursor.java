package dev.imago.jdbc.result;

import dev.imago.calcite.engine.RowCursor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that are in memory. */
public final class ListCursor implements RowCursor {
  private final List<List<@Nullable Object>> rows;
  private int current = -1;

  /**
   * @param rows values as the engine has them
   */
  public ListCursor(List<List<@Nullable Object>> rows) {
    this.rows = rows;
  }

  @Override
  public boolean next() {
    if (current < rows.size()) {
      current++;
    }
    return current < rows.size();
  }

  @Override
  public @Nullable Object value(int column) {
    return rows.get(current).get(column);
  }

  /** Does nothing: there is only memory. */
  @Override
  public void close() {}
}
