package dev.imago.calcite.explain;

import java.util.List;

/** Prints the values of a list; of a long one the first, and how many there are in all. */
final class ValueList {
  private static final int MOST_VALUES = 5;

  private ValueList() {}

  /** {@code ('a', 'b')}, or {@code ('a', 'b', 'c', 'd', 'e', ... 100 values)}. */
  static String of(List<String> values) {
    return values.size() <= MOST_VALUES
        ? "(" + String.join(", ", values) + ")"
        : "("
            + String.join(", ", values.subList(0, MOST_VALUES))
            + ", ... "
            + values.size()
            + " values)";
  }
}
