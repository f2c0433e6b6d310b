package dev.imago.core.row;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** TRUE for whatever is there. */
final class PresenceReader implements ValueReader {

  @Override
  public @Nullable Object read(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    parser.skipChildren();
    return true;
  }
}
