package dev.imago.core.read;

import dev.imago.core.description.Comparison;
import java.util.List;

/**
 * A condition that a read's API is asked for where it takes it: the column compares so with one of
 * the values.
 *
 * @param column the column's name
 * @param values never null, as {@link dev.imago.core.description.ColumnType} has them; one value
 *     unless the comparison is {@link Comparison#EQUAL}
 */
public record Predicate(String column, Comparison comparison, List<Object> values) {
  public Predicate {
    values = List.copyOf(values);
    if (values.isEmpty() || (values.size() > 1 && comparison != Comparison.EQUAL)) {
      throw new IllegalArgumentException(column + " " + comparison + " " + values);
    }
  }
}
