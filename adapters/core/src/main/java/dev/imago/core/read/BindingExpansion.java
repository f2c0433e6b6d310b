package dev.imago.core.read;

import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.ColumnSource;
import dev.imago.core.description.PathTemplate;
import dev.imago.core.description.ReadMethod;
import dev.imago.core.description.TableDescription;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Completes the values that a query binds to those that a call needs. */
public final class BindingExpansion {
  private BindingExpansion() {}

  /**
   * Adds the segments of a full resource name as values of their own: {@code name =
   * 'projects/p/locations/l'} binds {@code projectsId} and {@code locationsId} too.
   *
   * @param values by column name
   * @return empty when no row can have these values: the name has another shape, two values of one
   *     column differ, or a column that is the same in every row has another value
   */
  public static Optional<Map<String, Object>> expand(
      TableDescription table, ReadMethod method, Map<String, Object> values) {
    Map<String, Object> expanded = new HashMap<>(values);
    for (Map.Entry<String, Object> value : values.entrySet()) {
      Optional<ColumnDescription> column = table.column(value.getKey());
      if (column.isEmpty() || isRuledOut(column.get(), value.getValue())) {
        return Optional.empty();
      }
      Optional<PathTemplate> resource = column.get().resource();
      if (resource.isPresent()) {
        Optional<Map<String, String>> segments = resource.get().match(value.getValue().toString());
        if (segments.isEmpty() || !merge(segments.get(), expanded)) {
          return Optional.empty();
        }
      }
    }
    return method.parameters().stream().allMatch(expanded::containsKey)
        ? Optional.of(expanded)
        : Optional.empty();
  }

  private static boolean isRuledOut(ColumnDescription column, Object value) {
    return column.source() instanceof ColumnSource.Constant constant
        && !constant.value().equals(value);
  }

  private static boolean merge(Map<String, String> segments, Map<String, Object> values) {
    for (Map.Entry<String, String> segment : segments.entrySet()) {
      Object present = values.putIfAbsent(segment.getKey(), segment.getValue());
      if (present != null && !present.equals(segment.getValue())) {
        return false;
      }
    }
    return true;
  }
}
