package dev.imago.core.credential;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The plain values of a small JSON object, by their path: {@code token.expires_at}. Lists are left
 * out.
 */
public final class JsonFields {
  private static final JsonFactory JSON = new JsonFactory();

  private final Map<String, String> values = new HashMap<>();

  private JsonFields() {}

  /** The fields of a text; empty when it is no JSON object. The text may hold secrets. */
  public static Optional<JsonFields> read(String text) {
    JsonFields fields = new JsonFields();
    try (JsonParser parser = JSON.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      fields.readObject("", parser);
      return Optional.of(fields);
    } catch (IOException secretsInItsMessage) {
      return Optional.empty();
    }
  }

  private void readObject(String path, JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = path + parser.currentName();
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_OBJECT) {
        readObject(name + ".", parser);
      } else if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
        values.put(name, parser.getText());
      } else {
        parser.skipChildren();
      }
    }
  }

  /** The value of a path, when it is there and not empty. */
  public Optional<String> find(String path) {
    return Optional.ofNullable(values.get(path)).filter(value -> !value.isEmpty());
  }
}
