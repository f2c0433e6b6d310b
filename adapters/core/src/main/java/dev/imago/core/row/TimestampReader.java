package dev.imago.core.row;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.imago.core.description.ColumnType.Scalar;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads points in time. An empty text is NULL: some APIs send it for one that is not known yet. */
final class TimestampReader implements ValueReader {
  private final UnreadableValues unreadable;
  private final ScalarReader anySpelling;

  TimestampReader(UnreadableValues unreadable) {
    this.unreadable = unreadable;
    this.anySpelling = new ScalarReader(Scalar.TIMESTAMP, unreadable);
  }

  @Override
  public @Nullable Object read(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      return anySpelling.read(parser);
    }
    int length = parser.getTextLength();
    if (length == 0) {
      return null;
    }
    long millis = Rfc3339.parse(parser.getTextCharacters(), parser.getTextOffset(), length);
    if (millis == Rfc3339.UNREADABLE) {
      unreadable.add(parser.getText(), "timestamp");
      return null;
    }
    return millis;
  }
}
