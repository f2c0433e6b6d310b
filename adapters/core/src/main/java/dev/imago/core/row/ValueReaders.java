package dev.imago.core.row;

import com.fasterxml.jackson.core.JsonFactory;
import dev.imago.core.description.ColumnType;

/** Makes the reader for a type. */
final class ValueReaders {
  private final JsonFactory json;

  ValueReaders(JsonFactory json) {
    this.json = json;
  }

  ValueReader of(ColumnType type, UnreadableValues unreadable) {
    if (type instanceof ColumnType.Scalar scalar) {
      return of(scalar, unreadable);
    }
    if (type instanceof ColumnType.ArrayOf array) {
      return new ArrayReader(of(array.element(), unreadable), unreadable);
    }
    if (type instanceof ColumnType.MapOf map) {
      return new MapReader(of(map.value(), unreadable), unreadable);
    }
    ColumnType.RowOf row = (ColumnType.RowOf) type;
    return new ObjectReader(
        row.fields(),
        row.fields().stream()
            .map(field -> of(field.type(), field.secret() ? unreadable.secret() : unreadable))
            .toList(),
        unreadable);
  }

  private ValueReader of(ColumnType.Scalar type, UnreadableValues unreadable) {
    return switch (type) {
      case VARCHAR -> new TextReader(json);
      case JSON -> new JsonTextReader(json);
      case PRESENCE -> new PresenceReader();
      case BIGINT -> new BigintReader(unreadable);
      case TIMESTAMP -> new TimestampReader(unreadable);
      case BOOLEAN, INTEGER, UINT64, DOUBLE -> new ScalarReader(type, unreadable);
    };
  }
}
