package dev.imago.core.row;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.imago.core.description.ColumnType.Scalar;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a scalar from any of its spellings. */
final class ScalarReader implements ValueReader {
  private final Scalar type;
  private final UnreadableValues unreadable;

  ScalarReader(Scalar type, UnreadableValues unreadable) {
    this.type = type;
    this.unreadable = unreadable;
  }

  @Override
  public @Nullable Object read(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    if (token.isStructStart()) {
      unreadable.add(token == JsonToken.START_OBJECT ? "{...}" : "[...]", typeName());
      parser.skipChildren();
      return null;
    }
    if (token == JsonToken.VALUE_TRUE && type == Scalar.BOOLEAN) {
      return true;
    }
    if (token == JsonToken.VALUE_FALSE && type == Scalar.BOOLEAN) {
      return false;
    }
    String text = parser.getText();
    Object value = ScalarText.parse(text, type);
    if (value == null) {
      unreadable.add(text, typeName());
    }
    return value;
  }

  private String typeName() {
    return type.name().toLowerCase(Locale.ROOT);
  }
}
