package dev.imago.core.write;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.imago.core.description.ColumnType;
import dev.imago.core.description.ColumnType.ArrayOf;
import dev.imago.core.description.ColumnType.Field;
import dev.imago.core.description.ColumnType.MapOf;
import dev.imago.core.description.ColumnType.RowOf;
import dev.imago.core.description.ColumnType.Scalar;
import dev.imago.core.error.NearestName;
import dev.imago.core.row.ScalarText;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Copies JSON text that a user gave, and checks it against a type on its way: what a description
 * does not know is refused, so that a mistyped name is no value that quietly does nothing.
 */
final class JsonTexts {
  private final JsonFactory json;
  private final @Nullable HiddenSecrets hidden;

  JsonTexts(JsonFactory json, @Nullable HiddenSecrets hidden) {
    this.json = json;
    this.hidden = hidden;
  }

  /**
   * Copies one text.
   *
   * @param place where the value stands, for messages
   */
  void write(JsonGenerator out, ColumnType type, boolean secret, String text, String place)
      throws IOException {
    try (JsonParser in = json.createParser(text)) {
      if (in.nextToken() == null) {
        throw JsonValues.mismatch(place, "JSON text, and is empty");
      }
      copy(in, out, type, secret, place);
      if (in.nextToken() != null) {
        throw JsonValues.mismatch(place, "one JSON value, and more follows it");
      }
    } catch (JsonProcessingException e) {
      // The parser's own text may quote the value, which may be secret.
      throw JsonValues.mismatch(
          place, "JSON text, and breaks off at character " + e.getLocation().getCharOffset());
    }
  }

  private void copy(JsonParser in, JsonGenerator out, ColumnType type, boolean secret, String place)
      throws IOException {
    JsonToken token = in.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      out.writeNull();
    } else if (secret && hidden != null) {
      hidden.hide(out, in);
    } else if (type instanceof ArrayOf array) {
      copyArray(in, out, array, place);
    } else if (type instanceof MapOf map) {
      copyMap(in, out, map, place);
    } else if (type instanceof RowOf row) {
      copyRow(in, out, row, place);
    } else if (type == Scalar.JSON) {
      out.copyCurrentStructure(in);
    } else {
      copyScalar(in, out, (Scalar) type, place);
    }
  }

  private void copyArray(JsonParser in, JsonGenerator out, ArrayOf type, String place)
      throws IOException {
    expect(in, JsonToken.START_ARRAY, "a JSON array", place);
    out.writeStartArray();
    int index = 0;
    while (in.nextToken() != JsonToken.END_ARRAY) {
      index++;
      copy(in, out, type.element(), false, place + "[" + index + "]");
    }
    out.writeEndArray();
  }

  private void copyMap(JsonParser in, JsonGenerator out, MapOf type, String place)
      throws IOException {
    expect(in, JsonToken.START_OBJECT, "a JSON object", place);
    out.writeStartObject();
    for (String key = in.nextFieldName(); key != null; key = in.nextFieldName()) {
      in.nextToken();
      out.writeFieldName(key);
      copy(in, out, type.value(), false, place + "['" + key + "']");
    }
    out.writeEndObject();
  }

  /** A field may have its name in SQL or in the API. */
  private void copyRow(JsonParser in, JsonGenerator out, RowOf type, String place)
      throws IOException {
    expect(in, JsonToken.START_OBJECT, "a JSON object", place);
    out.writeStartObject();
    for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
      in.nextToken();
      Field field = field(type, name, place);
      out.writeFieldName(field.json());
      copy(in, out, field.type(), field.secret(), place + "." + field.name());
    }
    out.writeEndObject();
  }

  private static Field field(RowOf type, String name, String place) {
    return type.fields().stream()
        .filter(field -> field.json().equals(name) || field.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                JsonValues.mismatch(
                    place,
                    "without \""
                        + name
                        + "\", which is no field of it"
                        + NearestName.hint(
                            name, type.fields().stream().map(Field::name).toList())));
  }

  private static void copyScalar(JsonParser in, JsonGenerator out, Scalar type, String place)
      throws IOException {
    if (type == Scalar.PRESENCE) {
      expect(in, JsonToken.START_OBJECT, "{}", place);
      out.copyCurrentStructure(in);
      return;
    }
    if (!fits(in, type)) {
      throw JsonValues.mismatch(place, JsonScalars.name(type));
    }
    out.copyCurrentEvent(in);
  }

  /** Whether the value at which the text stands is one of the type, which has no parts. */
  static boolean fits(JsonParser in, Scalar type) throws IOException {
    JsonToken token = in.currentToken();
    boolean isText = token == JsonToken.VALUE_STRING;
    return switch (type) {
      case VARCHAR -> isText;
      case BOOLEAN -> token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE;
      case TIMESTAMP -> isText && reads(in, type);
      case INTEGER, DOUBLE -> token.isNumeric() && reads(in, type);
      default -> (token.isNumeric() || isText) && reads(in, type);
    };
  }

  private static boolean reads(JsonParser in, Scalar type) throws IOException {
    return ScalarText.parse(in.getText(), type) != null;
  }

  private static void expect(JsonParser in, JsonToken token, String expected, String place)
      throws IOException {
    if (in.currentToken() != token) {
      throw JsonValues.mismatch(place, expected);
    }
  }
}
