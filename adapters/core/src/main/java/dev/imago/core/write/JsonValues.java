package dev.imago.core.write;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.imago.core.description.ColumnType;
import dev.imago.core.description.ColumnType.ArrayOf;
import dev.imago.core.description.ColumnType.Field;
import dev.imago.core.description.ColumnType.MapOf;
import dev.imago.core.description.ColumnType.RowOf;
import dev.imago.core.description.ColumnType.Scalar;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as a description's types have them in JSON. A value that does not have its type is
 * refused, by the name of the place where it stands.
 */
final class JsonValues {
  private final JsonFactory json;
  private final @Nullable HiddenSecrets hidden;

  /**
   * A writer of values.
   *
   * @param hidden hides what is secret; null to write it
   */
  JsonValues(JsonFactory json, @Nullable HiddenSecrets hidden) {
    this.json = json;
    this.hidden = hidden;
  }

  /**
   * Writes one value.
   *
   * @param place where it stands, for messages: {@code rawDisk.source}
   * @throws ImagoException {@link ErrorCode#INVALID_VALUE} when it does not have the type
   */
  void write(
      JsonGenerator out, ColumnType type, boolean secret, @Nullable Object value, String place)
      throws IOException {
    if (value == null) {
      out.writeNull();
    } else if (value instanceof JsonValue given) {
      new JsonTexts(json, hidden).write(out, type, secret, given.text(), place);
    } else if (secret && hidden != null) {
      hidden.hide(out, value);
    } else if (type instanceof ArrayOf array) {
      writeArray(out, array, value, place);
    } else if (type instanceof MapOf map) {
      writeMap(out, map, value, place);
    } else if (type instanceof RowOf row) {
      writeRow(out, row, value, place);
    } else if (type == Scalar.JSON) {
      new JsonTexts(json, hidden).write(out, type, secret, value.toString(), place);
    } else {
      JsonScalars.write(out, (Scalar) type, value, place);
    }
  }

  private void writeArray(JsonGenerator out, ArrayOf type, Object value, String place)
      throws IOException {
    if (!(value instanceof List<?> list)) {
      throw mismatch(place, "an ARRAY");
    }
    out.writeStartArray();
    for (int i = 0; i < list.size(); i++) {
      write(out, type.element(), false, list.get(i), place + "[" + (i + 1) + "]");
    }
    out.writeEndArray();
  }

  private void writeMap(JsonGenerator out, MapOf type, Object value, String place)
      throws IOException {
    if (!(value instanceof Map<?, ?> map)) {
      throw mismatch(place, "a MAP");
    }
    out.writeStartObject();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (!(entry.getKey() instanceof String key)) {
        throw mismatch(place, "a MAP with texts as keys");
      }
      out.writeFieldName(key);
      write(out, type.value(), false, entry.getValue(), place + "['" + key + "']");
    }
    out.writeEndObject();
  }

  /** A field without a value is left out, as an answer would leave it out. */
  private void writeRow(JsonGenerator out, RowOf type, Object value, String place)
      throws IOException {
    if (!(value instanceof Object[] fields) || fields.length != type.fields().size()) {
      throw mismatch(place, "a ROW of " + type.fields().size() + " fields, or JSON text");
    }
    out.writeStartObject();
    for (int i = 0; i < fields.length; i++) {
      Field field = type.fields().get(i);
      Object part = fields[i];
      if (part != null) {
        out.writeFieldName(field.json());
        write(out, field.type(), field.secret(), part, place + "." + field.name());
      }
    }
    out.writeEndObject();
  }

  /** The error for a value that does not have its type. */
  static ImagoException mismatch(String place, String expected) {
    return new ImagoException(ErrorCode.INVALID_VALUE, place + " must be " + expected);
  }
}
