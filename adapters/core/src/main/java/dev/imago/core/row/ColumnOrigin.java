package dev.imago.core.row;

import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.ColumnSource;
import dev.imago.core.description.ColumnType;
import dev.imago.core.description.ReadMethod;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the values of a column come from in one read: the request, the scope, or the answer. */
public sealed interface ColumnOrigin {

  /** The same value in every row, known before the call; null when nothing says it. */
  record Known(@Nullable Object value) implements ColumnOrigin {}

  /** The key of the entry that the row stands in. */
  record FromScope() implements ColumnOrigin {}

  /**
   * A field of the row's object.
   *
   * @param path its JSON names, from the row's object down
   * @param collection which segment of a resource name in that field is the value; empty when the
   *     field is taken whole
   */
  record FromField(List<String> path, Optional<String> collection) implements ColumnOrigin {
    /** The field of the row's object that holds the value, at any depth. */
    public String topField() {
      return path.get(0);
    }
  }

  /**
   * The origin of the column's values: a field that holds the value whole comes first, then what
   * the request binds, then the scope, then a segment of a field.
   */
  static ColumnOrigin of(
      ColumnDescription column, Optional<ReadMethod.Scope> scope, Map<String, Object> bindings) {
    ColumnSource source = column.source();
    if (bindings.containsKey(column.name()) && !(source instanceof ColumnSource.JsonField)) {
      return new Known(bindings.get(column.name()));
    }
    if (scope.filter(known -> known.column().equals(column.name())).isPresent()) {
      return new FromScope();
    }
    if (source instanceof ColumnSource.JsonField field) {
      return new FromField(field.path(), Optional.empty());
    }
    if (source instanceof ColumnSource.NameSegment segment) {
      return new FromField(segment.path(), Optional.of(segment.collection()));
    }
    if (source instanceof ColumnSource.Constant constant) {
      return new Known(value(constant, column));
    }
    return new Known(null);
  }

  private static @Nullable Object value(ColumnSource.Constant constant, ColumnDescription column) {
    return column.type() instanceof ColumnType.Scalar scalar
        ? ScalarText.parse(constant.value(), scalar)
        : null;
  }
}
