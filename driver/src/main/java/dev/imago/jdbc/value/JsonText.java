package dev.imago.jdbc.value;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.calcite.avatica.util.ByteString;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as JSON. A ROW is an object with its fields' names; a field that is NULL is left
 * out, as the APIs leave out what they do not know. A NULL in an ARRAY or a MAP is {@code null}. A
 * TIMESTAMP is ISO with Z, binary is Base64.
 */
public final class JsonText {
  private static final JsonFactory JSON = new JsonFactory();

  private JsonText() {}

  /** The JSON of a value. */
  public static String of(RelDataType type, @Nullable Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      write(json, type, value);
    } catch (IOException failure) {
      throw new UncheckedIOException("a StringWriter does not fail", failure);
    }
    return text.toString();
  }

  /**
   * Writes a value where the generator stands.
   *
   * @throws IOException when the generator's target fails
   */
  public static void write(JsonGenerator json, RelDataType type, @Nullable Object value)
      throws IOException {
    if (value == null) {
      json.writeNull();
      return;
    }
    switch (ValueKind.of(type)) {
      case BOOLEAN -> json.writeBoolean((Boolean) value);
      case WHOLE -> json.writeNumber(((Number) value).longValue());
      case DECIMAL -> json.writeNumber(((BigDecimal) value).toPlainString());
      case APPROXIMATE -> writeApproximate(json, (Number) value);
      case TIMESTAMP ->
          json.writeString(Instant.ofEpochMilli(((Number) value).longValue()).toString());
      case BINARY -> json.writeBinary(((ByteString) value).getBytes());
      case LIST -> writeList(json, type, value);
      case MAP -> writeMap(json, type, (Map<?, ?>) value);
      case ROW -> writeRow(json, type, value);
      case TEXT -> json.writeString((String) value);
      case DATE, TIME, MONTHS, DURATION, OTHER ->
          json.writeString(new ValueReader(type, false).text(value));
    }
  }

  private static void writeApproximate(JsonGenerator json, Number value) throws IOException {
    if (value instanceof Float) {
      json.writeNumber(value.floatValue());
    } else {
      json.writeNumber(value.doubleValue());
    }
  }

  private static void writeList(JsonGenerator json, RelDataType type, Object value)
      throws IOException {
    RelDataType elementType = elementType(type);
    json.writeStartArray();
    for (Object element : NestedValues.elements(value)) {
      write(json, elementType, element);
    }
    json.writeEndArray();
  }

  private static void writeMap(JsonGenerator json, RelDataType type, Map<?, ?> map)
      throws IOException {
    ValueReader keys = new ValueReader(ListArray.known(type.getKeyType(), type), false);
    RelDataType valueType = ListArray.known(type.getValueType(), type);
    json.writeStartObject();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      Object key = entry.getKey();
      json.writeFieldName(key == null ? "null" : keys.text(key));
      write(json, valueType, entry.getValue());
    }
    json.writeEndObject();
  }

  private static void writeRow(JsonGenerator json, RelDataType type, Object value)
      throws IOException {
    List<@Nullable Object> fields = NestedValues.fields(value);
    Iterator<RelDataTypeField> types = type.getFieldList().iterator();
    json.writeStartObject();
    for (Object field : fields) {
      RelDataTypeField fieldType = types.next();
      if (field != null) {
        json.writeFieldName(fieldType.getName());
        write(json, fieldType.getType(), field);
      }
    }
    json.writeEndObject();
  }

  private static RelDataType elementType(RelDataType type) {
    return ListArray.known(type.getComponentType(), type);
  }
}
