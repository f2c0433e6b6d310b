package dev.imago.core.write;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes {@code ***} where secrets would stand, and remembers them. */
final class HiddenSecrets {
  private final Set<String> texts = new LinkedHashSet<>();

  /** What was hidden so far. */
  Set<String> texts() {
    return texts;
  }

  /** Hides a value and all that is in it. */
  void hide(JsonGenerator out, Object value) throws IOException {
    remember(value);
    out.writeString(SecretText.HIDDEN);
  }

  private void remember(Object value) {
    if (value instanceof List<?> list) {
      list.forEach(this::rememberKnown);
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(this::rememberKnown);
    } else if (value instanceof Object[] fields) {
      for (Object field : fields) {
        rememberKnown(field);
      }
    } else {
      texts.add(value.toString());
    }
  }

  private void rememberKnown(@Nullable Object value) {
    if (value instanceof JsonValue json) {
      texts.add(json.text());
    } else if (value != null) {
      remember(value);
    }
  }

  /** Hides the JSON value that the parser is at, and goes to its end. */
  void hide(JsonGenerator out, JsonParser in) throws IOException {
    int depth = 0;
    do {
      if (in.currentToken().isStructStart()) {
        depth++;
      } else if (in.currentToken().isStructEnd()) {
        depth--;
      } else if (in.currentToken().isScalarValue()) {
        texts.add(in.getText());
      }
    } while (depth > 0 && in.nextToken() != null);
    out.writeString(SecretText.HIDDEN);
  }
}
