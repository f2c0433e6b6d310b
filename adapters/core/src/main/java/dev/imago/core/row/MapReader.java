package dev.imago.core.row;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads an object with free keys, in the order of the answer. */
final class MapReader implements ValueReader {
  private final ValueReader value;
  private final UnreadableValues unreadable;

  MapReader(ValueReader value, UnreadableValues unreadable) {
    this.value = value;
    this.unreadable = unreadable;
  }

  @Override
  public @Nullable Object read(JsonParser parser) throws IOException {
    if (!Structures.begins(parser, JsonToken.START_OBJECT, "map", unreadable)) {
      return null;
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      parser.nextToken();
      values.put(key, value.read(parser));
    }
    return values;
  }
}
