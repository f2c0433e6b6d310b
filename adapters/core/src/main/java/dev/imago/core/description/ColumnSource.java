package dev.imago.core.description;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a column's value stands in an answer. A value that the request itself bound as a path
 * parameter, and a scope's (see {@link ReadMethod.Scope}), come before it.
 */
public sealed interface ColumnSource {

  /** The path of the field that the value is in or from; empty when no field has it. */
  default List<String> path() {
    return List.of();
  }

  /** The outermost fields of a row's object that the columns are from. */
  static Set<String> outermostFields(List<ColumnDescription> columns) {
    return columns.stream()
        .flatMap(column -> column.source().path().stream().limit(1))
        .collect(Collectors.toSet());
  }

  /** A field of the row's object, by its path of JSON names; the value is taken whole. */
  record JsonField(List<String> path) implements ColumnSource {
    public JsonField {
      path = List.copyOf(path);
    }
  }

  /**
   * One segment of a resource name or URL that stands in a field: the last one, or the one that
   * follows a collection: {@code locations} in {@code projects/p/locations/l} gives {@code l}.
   *
   * @param collection the collection's name, or {@link #LAST}
   */
  record NameSegment(List<String> path, String collection) implements ColumnSource {
    /** The last segment, whatever stands before it. */
    public static final String LAST = "last";

    public NameSegment {
      path = List.copyOf(path);
    }
  }

  /** The same value in every row: a table that exists in one location only. */
  record Constant(String value) implements ColumnSource {}

  /** Known from the request alone: no answer holds it. */
  record RequestOnly() implements ColumnSource {}
}
