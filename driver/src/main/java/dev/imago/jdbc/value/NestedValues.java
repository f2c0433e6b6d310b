package dev.imago.jdbc.value;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shapes in which the engine has nested values. */
final class NestedValues {
  private NestedValues() {}

  /** The elements of an array; a List, or an Object[]. */
  static List<@Nullable Object> elements(Object value) {
    return listOf(value);
  }

  /** The fields of a row; an Object[], a List, or the bare value of a single field. */
  static List<@Nullable Object> fields(Object value) {
    return listOf(value);
  }

  @SuppressWarnings("unchecked") // A List's elements are read as objects only.
  private static List<@Nullable Object> listOf(Object value) {
    if (value instanceof List<?> list) {
      return (List<@Nullable Object>) list;
    }
    return value instanceof Object[] array
        ? Arrays.asList(array)
        : Collections.singletonList(value);
  }
}
