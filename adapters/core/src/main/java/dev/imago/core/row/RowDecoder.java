package dev.imago.core.row;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.ReadMethod;
import dev.imago.core.description.TableDescription;
import dev.imago.core.statement.StatementContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the objects of one read into rows, straight from the socket: only what the wanted columns
 * hold becomes Java objects.
 */
public final class RowDecoder {
  /** The values that every row has. */
  private final @Nullable Object[] known;

  private final List<Integer> scoped;
  private final FieldNode fields;

  private RowDecoder(@Nullable Object[] known, List<Integer> scoped, FieldNode fields) {
    this.known = known;
    this.scoped = List.copyOf(scoped);
    this.fields = fields;
  }

  /**
   * A decoder for one read.
   *
   * @param bindings what the request binds, by column name
   * @param columns what each row holds, in this order
   * @param context takes the warnings
   */
  public static RowDecoder of(
      TableDescription table,
      ReadMethod method,
      Map<String, Object> bindings,
      List<ColumnDescription> columns,
      StatementContext context,
      JsonFactory json) {
    @Nullable Object[] known = new @Nullable Object[columns.size()];
    List<Integer> scoped = new ArrayList<>();
    FieldNode fields = new FieldNode(json);
    ValueReaders readers = new ValueReaders(json);
    for (int i = 0; i < known.length; i++) {
      ColumnDescription column = columns.get(i);
      ColumnOrigin origin = ColumnOrigin.of(column, method, bindings);
      if (origin instanceof ColumnOrigin.Known value) {
        known[i] = value.value();
      } else if (origin instanceof ColumnOrigin.FromField field) {
        UnreadableValues unreadable =
            UnreadableValues.of(table.qualifiedName(), column.name(), column.secret(), context);
        fields.add(
            field.path(), i, reader(readers, field.collection(), column, unreadable), unreadable);
      } else {
        scoped.add(i);
      }
    }
    return new RowDecoder(known, scoped, fields);
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
   * @return the row, the caller's to keep
   */
  public @Nullable Object[] decode(JsonParser parser, @Nullable String scope) throws IOException {
    @Nullable Object[] row = known.clone();
    for (int index : scoped) {
      row[index] = scope;
    }
    fields.readFields(parser, row);
    return row;
  }
}
