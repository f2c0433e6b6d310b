package dev.imago.core.row;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.imago.core.description.ColumnSource.NameSegment;
import dev.imago.core.description.ColumnType;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads one segment of a resource name or URL. */
final class SegmentReader implements ValueReader {
  private final String collection;
  private final ColumnType type;
  private final UnreadableValues unreadable;

  SegmentReader(String collection, ColumnType type, UnreadableValues unreadable) {
    this.collection = collection;
    this.type = type;
    this.unreadable = unreadable;
  }

  @Override
  public @Nullable Object read(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      if (parser.currentToken() != JsonToken.VALUE_NULL) {
        unreadable.add(parser.currentToken().isScalarValue() ? parser.getText() : "{...}", "name");
        parser.skipChildren();
      }
      return null;
    }
    String segment = segment(parser.getText(), collection);
    if (segment == null || !(type instanceof ColumnType.Scalar scalar)) {
      return null;
    }
    Object value = ScalarText.parse(segment, scalar);
    if (value == null) {
      unreadable.add(segment, scalar.name());
    }
    return value;
  }

  /** The segment after the collection, or the last one; null when the name has none. */
  static @Nullable String segment(String name, String collection) {
    int from;
    if (collection.equals(NameSegment.LAST)) {
      from = name.lastIndexOf('/') + 1;
    } else if (name.startsWith(collection + "/")) {
      from = collection.length() + 1;
    } else {
      String inside = "/" + collection + "/";
      int at = name.indexOf(inside);
      if (at < 0) {
        return null;
      }
      from = at + inside.length();
    }
    int slash = name.indexOf('/', from);
    int end = slash < 0 ? name.length() : slash;
    return end == from ? null : name.substring(from, end);
  }
}
