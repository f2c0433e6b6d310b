package dev.imago.calcite.exec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Linq4j;
import org.jspecify.annotations.Nullable;

/** The rows of UNNEST. Called by the generated code, so it is public. */
public final class UnnestedRows {
  private final boolean[] expands;
  private final boolean withOrdinality;
  private final int width;

  /**
   * Says how elements become rows.
   *
   * @param expands for each collection, whether an element gives several columns: a ROW its fields,
   *     a map entry its key and value
   * @param withOrdinality whether the last column counts the rows of one input row, from 1
   * @param width the number of columns of a result
   */
  public UnnestedRows(boolean[] expands, boolean withOrdinality, int width) {
    this.expands = expands.clone();
    this.withOrdinality = withOrdinality;
    this.width = width;
  }

  /**
   * One row for every element; for several collections, one for every combination. A collection
   * that is NULL has no element.
   *
   * @param input rows of collections, each an array
   */
  public Enumerable<Object> of(Enumerable<?> input) {
    return Linq4j.asEnumerable(input)
        .selectMany(row -> Linq4j.asEnumerable(rows((@Nullable Object[]) row)));
  }

  private List<Object> rows(@Nullable Object[] collections) {
    List<List<@Nullable Object>> combinations = List.of(List.of());
    for (int i = 0; i < expands.length; i++) {
      combinations = combine(combinations, elements(collections[i]), expands[i]);
    }
    List<Object> rows = new ArrayList<>(combinations.size());
    for (List<@Nullable Object> combination : combinations) {
      rows.add(row(combination, rows.size() + 1));
    }
    return rows;
  }

  private static Collection<?> elements(@Nullable Object collection) {
    if (collection instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> new @Nullable Object[] {entry.getKey(), entry.getValue()})
          .toList();
    }
    return collection == null ? List.of() : (Collection<?>) collection;
  }

  private static List<List<@Nullable Object>> combine(
      List<List<@Nullable Object>> heads, Collection<?> elements, boolean expands) {
    List<List<@Nullable Object>> combinations = new ArrayList<>();
    for (List<@Nullable Object> head : heads) {
      for (Object element : elements) {
        List<@Nullable Object> combination = new ArrayList<>(head);
        if (expands) {
          combination.addAll(fields(element));
        } else {
          combination.add(element);
        }
        combinations.add(combination);
      }
    }
    return combinations;
  }

  private static List<@Nullable Object> fields(Object element) {
    @SuppressWarnings("unchecked") // A ROW is an array, or the list that Calcite's ROW() makes.
    List<@Nullable Object> fields =
        element instanceof Object[] row ? Arrays.asList(row) : (List<@Nullable Object>) element;
    return fields;
  }

  /** The bare value where a row has one column, as everywhere in generated code. */
  @SuppressWarnings("NullAway") // The value of a single column may be NULL.
  private Object row(List<@Nullable Object> values, int ordinal) {
    if (withOrdinality) {
      values.add(ordinal);
    }
    return width == 1 ? values.get(0) : values.toArray();
  }
}
