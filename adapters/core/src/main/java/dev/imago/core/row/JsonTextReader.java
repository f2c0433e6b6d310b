package dev.imago.core.row;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Keeps a value of any shape as compact JSON text. */
final class JsonTextReader implements ValueReader {
  private final JsonFactory json;

  JsonTextReader(JsonFactory json) {
    this.json = json;
  }

  @Override
  public @Nullable Object read(JsonParser parser) throws IOException {
    return parser.currentToken() == JsonToken.VALUE_NULL ? null : JsonText.copy(parser, json);
  }
}
