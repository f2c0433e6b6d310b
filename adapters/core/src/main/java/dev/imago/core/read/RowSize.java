package dev.imago.core.read;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How much memory a row takes, roughly. */
final class RowSize {
  private static final int OBJECT = 24;
  private static final int REFERENCE = 8;

  private RowSize() {}

  /** In bytes. */
  static long of(@Nullable Object[] row) {
    long bytes = OBJECT;
    for (Object value : row) {
      bytes += REFERENCE + ofValue(value);
    }
    return bytes;
  }

  private static long ofValue(@Nullable Object value) {
    if (value == null) {
      return 0;
    }
    if (value instanceof String text) {
      return 2L * OBJECT + text.length();
    }
    if (value instanceof Object[] row) {
      return of(row);
    }
    if (value instanceof Collection<?> list) {
      return of(list.toArray());
    }
    return value instanceof Map<?, ?> map
        ? of(map.keySet().toArray()) + of(map.values().toArray())
        : OBJECT;
  }
}
