package dev.imago.core.write;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.imago.core.description.ColumnType.Scalar;
import dev.imago.core.row.ScalarText;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * Values without parts, in JSON and in the texts of URLs and headers. Whole numbers of 64 bits are
 * JSON texts, as proto3's JSON has them: a JSON number loses digits in many readers.
 */
final class JsonScalars {
  private JsonScalars() {}

  static void write(JsonGenerator out, Scalar type, Object value, String place) throws IOException {
    switch (type) {
      case VARCHAR, BIGINT, UINT64, TIMESTAMP -> out.writeString(text(type, value, place));
      case BOOLEAN -> out.writeBoolean((Boolean) checked(type, value, place));
      case INTEGER -> out.writeNumber(((Number) checked(type, value, place)).intValue());
      case DOUBLE -> out.writeNumber(((Number) checked(type, value, place)).doubleValue());
      case PRESENCE -> writePresence(out, (Boolean) checked(Scalar.BOOLEAN, value, place));
      case JSON -> throw new IllegalArgumentException("JSON has parts");
    }
  }

  private static void writePresence(JsonGenerator out, boolean isPresent) throws IOException {
    if (isPresent) {
      out.writeStartObject();
      out.writeEndObject();
    } else {
      out.writeNull();
    }
  }

  /** The value as the text of a URL, a header or a JSON string. */
  static String text(Scalar type, Object value, String place) {
    Object checked = checked(type, value, place);
    if (type == Scalar.TIMESTAMP) {
      return Instant.ofEpochMilli((Long) checked).toString();
    }
    return checked instanceof BigDecimal number ? number.toPlainString() : checked.toString();
  }

  /** The value as the type has it: numbers of any kind, and texts that read as the type. */
  private static Object checked(Scalar type, Object value, String place) {
    boolean isText = value instanceof String;
    if (type == Scalar.VARCHAR) {
      if (!isText) {
        throw JsonValues.mismatch(place, "a text");
      }
      return value;
    }
    if (type == Scalar.TIMESTAMP && value instanceof Long) {
      return value;
    }
    if (type == Scalar.BOOLEAN && value instanceof Boolean) {
      return value;
    }
    boolean mayBeRead = isText || (value instanceof Number && type != Scalar.TIMESTAMP);
    Object read = mayBeRead ? ScalarText.parse(value.toString(), type) : null;
    if (read == null) {
      throw JsonValues.mismatch(place, name(type));
    }
    return read;
  }

  /** What a value of the type is, for messages. */
  static String name(Scalar type) {
    return switch (type) {
      case VARCHAR -> "a text";
      case BOOLEAN -> "true or false";
      case INTEGER -> "a whole number of 32 bits";
      case BIGINT -> "a whole number of 64 bits";
      case UINT64 -> "a whole number from 0, of 64 bits";
      case DOUBLE -> "a number";
      case TIMESTAMP -> "a timestamp such as 2026-06-15T12:00:00Z";
      case PRESENCE -> "{}";
      case JSON -> "JSON text";
    };
  }
}
