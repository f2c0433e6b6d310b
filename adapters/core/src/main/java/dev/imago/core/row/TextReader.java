package dev.imago.core.row;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads text; numbers and booleans are their own text, and structures their JSON text. */
final class TextReader implements ValueReader {
  private final JsonFactory json;

  TextReader(JsonFactory json) {
    this.json = json;
  }

  @Override
  public @Nullable Object read(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    return token.isScalarValue() ? parser.getText() : JsonText.copy(parser, json);
  }
}
