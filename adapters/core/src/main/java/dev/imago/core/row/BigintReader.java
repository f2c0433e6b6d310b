package dev.imago.core.row;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import dev.imago.core.description.ColumnType.Scalar;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads 64-bit numbers, which most APIs send as text. */
final class BigintReader implements ValueReader {
  /** Any number of so many digits fits into 64 bits. */
  private static final int SAFE_DIGITS = 18;

  private final ScalarReader anySpelling;

  BigintReader(UnreadableValues unreadable) {
    this.anySpelling = new ScalarReader(Scalar.BIGINT, unreadable);
  }

  @Override
  public @Nullable Object read(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() != NumberType.BIG_INTEGER) {
      return parser.getLongValue();
    }
    if (token == JsonToken.VALUE_STRING) {
      int length = parser.getTextLength();
      if (length > 0 && length <= SAFE_DIGITS) {
        char[] text = parser.getTextCharacters();
        int from = parser.getTextOffset();
        long value = 0;
        int at = from;
        while (at < from + length && text[at] >= '0' && text[at] <= '9') {
          value = value * 10 + (text[at] - '0');
          at++;
        }
        if (at == from + length) {
          return value;
        }
      }
    }
    return anySpelling.read(parser);
  }
}
