package dev.imago.core.row;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.ColumnType.Scalar;
import dev.imago.core.description.Paging;
import dev.imago.core.description.ReadMethod;
import dev.imago.core.description.TableDescription;
import dev.imago.core.statement.StatementContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the objects of one read into rows, straight from the socket: only what the wanted columns
 * hold becomes Java objects. Used by one thread.
 */
public final class RowDecoder {
  /** The values that every row has. */
  private final @Nullable Object[] known;

  private final List<Integer> scoped;
  private final List<Expected> expected;
  private final FieldNode fields;
  private final int width;
  private final boolean hasMarker;
  private @Nullable Object marker;

  /**
   * The values that the request wants in a field of the answer.
   *
   * @param absent what is meant where the answer leaves the field out; null for no value
   */
  private record Expected(int index, Set<Object> values, @Nullable Object absent) {
    boolean accepts(@Nullable Object[] row) {
      if (row[index] == null) {
        row[index] = absent;
      }
      Object value = row[index];
      return value != null && values.contains(value);
    }
  }

  private RowDecoder(
      @Nullable Object[] known,
      List<Integer> scoped,
      List<Expected> expected,
      FieldNode fields,
      int width,
      boolean hasMarker) {
    this.known = known;
    this.scoped = List.copyOf(scoped);
    this.expected = List.copyOf(expected);
    this.fields = fields;
    this.width = width;
    this.hasMarker = hasMarker;
  }

  /**
   * A decoder for one read.
   *
   * @param bindings what the request binds, by column name
   * @param alternatives the values that it leaves the choice of, by column name
   * @param columns what is decoded, in this order
   * @param width how many of them a row holds, from the first; the others are only compared
   * @param context takes the warnings
   */
  public static RowDecoder of(
      TableDescription table,
      ReadMethod method,
      Map<String, Object> bindings,
      Map<String, Set<Object>> alternatives,
      List<ColumnDescription> columns,
      int width,
      StatementContext context,
      JsonFactory json) {
    return of(
        table,
        method.scope(),
        method.paging().map(Paging::rowField).orElse(List.of()),
        bindings,
        alternatives,
        columns,
        width,
        context,
        json);
  }

  /**
   * A decoder for the one row that a write answers.
   *
   * @param table the table that it is a row of
   * @param bindings what the request says, by column name, for columns that no field holds
   * @param columns what is decoded, in this order
   * @param context takes the warnings
   */
  public static RowDecoder ofAnswer(
      TableDescription table,
      Map<String, Object> bindings,
      List<ColumnDescription> columns,
      StatementContext context,
      JsonFactory json) {
    return of(
        table,
        Optional.empty(),
        List.of(),
        bindings,
        Map.of(),
        columns,
        columns.size(),
        context,
        json);
  }

  private static RowDecoder of(
      TableDescription table,
      Optional<ReadMethod.Scope> scope,
      List<String> marker,
      Map<String, Object> bindings,
      Map<String, Set<Object>> alternatives,
      List<ColumnDescription> columns,
      int width,
      StatementContext context,
      JsonFactory json) {
    @Nullable Object[] known = new @Nullable Object[columns.size() + (marker.isEmpty() ? 0 : 1)];
    List<Integer> scoped = new ArrayList<>();
    List<Expected> expected = new ArrayList<>();
    FieldNode fields = new FieldNode(json);
    ValueReaders readers = new ValueReaders(json);
    for (int i = 0; i < columns.size(); i++) {
      ColumnDescription column = columns.get(i);
      ColumnOrigin origin = ColumnOrigin.of(column, scope, bindings);
      if (origin instanceof ColumnOrigin.Known value) {
        known[i] = value.value();
      } else if (origin instanceof ColumnOrigin.FromField field) {
        UnreadableValues unreadable =
            UnreadableValues.of(table.qualifiedName(), column.name(), column.secret(), context);
        fields.add(
            field.path(), i, reader(readers, field.collection(), column, unreadable), unreadable);
        Object bound = bindings.get(column.name());
        if (bound != null) {
          expected.add(new Expected(i, Set.of(bound), bound));
        }
        Set<Object> choice = alternatives.get(column.name());
        if (choice != null) {
          expected.add(new Expected(i, choice, null));
        }
      } else {
        scoped.add(i);
      }
    }
    if (!marker.isEmpty()) {
      UnreadableValues unreadable =
          UnreadableValues.of(table.qualifiedName(), String.join(".", marker), false, context);
      fields.add(marker, columns.size(), readers.of(Scalar.VARCHAR, unreadable), unreadable);
    }
    return new RowDecoder(known, scoped, expected, fields, width, !marker.isEmpty());
  }

  private static ValueReader reader(
      ValueReaders readers,
      Optional<String> collection,
      ColumnDescription column,
      UnreadableValues unreadable) {
    return collection.isPresent()
        ? new SegmentReader(collection.get(), column.type(), unreadable)
        : readers.of(column.type(), unreadable);
  }

  /**
   * Decodes one object.
   *
   * @param parser at the object's beginning; it is left at the object's end
   * @param scope what the entry that the object stands in says; null when there is no entry
   * @return the row, the caller's to keep; null when it is not one of those that the request asks
   *     for
   */
  public @Nullable Object @Nullable [] decode(JsonParser parser, @Nullable String scope)
      throws IOException {
    @Nullable Object[] row = known.clone();
    for (int index : scoped) {
      row[index] = scope;
    }
    fields.readFields(parser, row);
    if (hasMarker) {
      marker = row[row.length - 1];
    }
    for (Expected wanted : expected) {
      if (!wanted.accepts(row)) {
        return null;
      }
    }
    return row.length == width ? row : Arrays.copyOf(row, width);
  }

  /**
   * What {@link Paging#rowField} held in the last object that was decoded, also when its row is not
   * one of those that the request asks for; empty when it held nothing.
   */
  public Optional<String> marker() {
    return Optional.ofNullable(marker).map(Object::toString);
  }
}
