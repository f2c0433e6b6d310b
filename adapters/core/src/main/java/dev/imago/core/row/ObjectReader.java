package dev.imago.core.row;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.imago.core.description.ColumnType;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads an object with known fields. */
final class ObjectReader implements ValueReader {
  private final Map<String, Integer> indexes;
  private final ValueReader[] readers;
  private final UnreadableValues unreadable;

  /**
   * A reader for an object.
   *
   * @param readers a reader for each field, in the same order
   */
  ObjectReader(
      List<ColumnType.Field> fields, List<ValueReader> readers, UnreadableValues unreadable) {
    this.indexes = new HashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      indexes.put(fields.get(i).json(), i);
    }
    this.readers = readers.toArray(new ValueReader[0]);
    this.unreadable = unreadable;
  }

  @Override
  public @Nullable Object read(JsonParser parser) throws IOException {
    if (!Structures.begins(parser, JsonToken.START_OBJECT, "object", unreadable)) {
      return null;
    }
    @Nullable Object[] values = new @Nullable Object[readers.length];
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      Integer index = indexes.get(name);
      parser.nextToken();
      if (index == null) {
        parser.skipChildren();
      } else {
        values[index] = readers[index].read(parser);
      }
    }
    return values;
  }
}
