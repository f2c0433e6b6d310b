package dev.imago.calcite.exec;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The values of a left row that decide what its right rows are. */
final class LookupKey {
  private final @Nullable Object[] values;

  private LookupKey(@Nullable Object[] values) {
    this.values = values;
  }

  static LookupKey of(@Nullable Object[] row, int[] columns) {
    @Nullable Object[] values = new @Nullable Object[columns.length];
    for (int i = 0; i < columns.length; i++) {
      values[i] = row[columns[i]];
    }
    return new LookupKey(values);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LookupKey that && Arrays.deepEquals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(values);
  }
}
