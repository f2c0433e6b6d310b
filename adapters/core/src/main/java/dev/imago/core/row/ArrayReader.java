package dev.imago.core.row;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads an array. */
final class ArrayReader implements ValueReader {
  private final ValueReader element;
  private final UnreadableValues unreadable;

  ArrayReader(ValueReader element, UnreadableValues unreadable) {
    this.element = element;
    this.unreadable = unreadable;
  }

  @Override
  public @Nullable Object read(JsonParser parser) throws IOException {
    if (!Structures.begins(parser, JsonToken.START_ARRAY, "array", unreadable)) {
      return null;
    }
    List<@Nullable Object> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(element.read(parser));
    }
    return values;
  }
}
