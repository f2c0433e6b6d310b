package dev.imago.core.write;

import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.ColumnType;
import dev.imago.core.description.ColumnType.ArrayOf;
import dev.imago.core.description.ColumnType.RowOf;
import dev.imago.core.description.Settling;
import dev.imago.core.description.TableDescription;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells from the row of an operation or a job whether it has ended, and how. */
final class Settled {
  private final List<ColumnDescription> columns;
  private final Settling settling;
  private final List<@Nullable Object> row;

  /**
   * What a row tells.
   *
   * @param table the table that the row is of, which says how to tell
   * @param row its readable columns, in their order
   */
  Settled(TableDescription table, List<@Nullable Object> row) {
    this.columns = table.readableColumns();
    this.settling = table.settling().orElseThrow();
    this.row = row;
  }

  /** Whether it has ended, well or not. */
  boolean isDone() {
    return matches(settling.done()) || hasFailed();
  }

  /** Whether it has ended badly, or is sure to. */
  boolean hasFailed() {
    return settling.failed().isEmpty()
        ? code().isPresent() || text().isPresent()
        : matches(settling.failed());
  }

  /** What went wrong, in the service's own code and words. */
  String failure() {
    String code = code().orElse("");
    String text = text().orElse("");
    String both = code + (code.isEmpty() || text.isEmpty() ? "" : ": ") + text;
    return both.isEmpty() ? "without a reason" : both;
  }

  private Optional<String> code() {
    return at(settling.errorCode());
  }

  private Optional<String> text() {
    return at(settling.errorText());
  }

  /** What was made or changed, where the row says it. */
  Optional<String> target() {
    return settling.target().flatMap(column -> at(List.of(column)));
  }

  private boolean matches(Map<String, List<String>> values) {
    return values.entrySet().stream()
        .anyMatch(
            entry -> at(List.of(entry.getKey())).filter(entry.getValue()::contains).isPresent());
  }

  private Optional<String> at(List<String> place) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(place.get(0))) {
        return Optional.ofNullable(
            find(row.get(i), columns.get(i).type(), place.subList(1, place.size())));
      }
    }
    return Optional.empty();
  }

  private static @Nullable String find(
      @Nullable Object value, ColumnType type, List<String> fields) {
    if (value == null) {
      return null;
    }
    if (type instanceof ArrayOf array && value instanceof List<?> elements) {
      for (Object element : elements) {
        String found = find(element, array.element(), fields);
        if (found != null) {
          return found;
        }
      }
      return null;
    }
    if (fields.isEmpty()) {
      String text = value.toString();
      return text.isEmpty() ? null : text;
    }
    if (type instanceof RowOf fieldTypes && value instanceof Object[] parts) {
      for (int i = 0; i < parts.length; i++) {
        ColumnType.Field field = fieldTypes.fields().get(i);
        if (field.name().equals(fields.get(0))) {
          return find(parts[i], field.type(), fields.subList(1, fields.size()));
        }
      }
    }
    return null;
  }
}
