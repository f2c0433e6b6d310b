package dev.imago.contract;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row.
 *
 * @param values what {@code getObject} gives, by column
 * @param texts what {@code getString} gives, by column; equal rows have equal texts
 */
record Row(Map<String, @Nullable Object> values, Map<String, @Nullable String> texts) {
  Row {
    values = Collections.unmodifiableMap(values);
    texts = Collections.unmodifiableMap(texts);
  }

  /** The texts of some columns. */
  List<@Nullable String> texts(List<String> columns) {
    return columns.stream().<@Nullable String>map(texts::get).toList();
  }
}
