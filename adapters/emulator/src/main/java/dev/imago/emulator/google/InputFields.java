package dev.imago.emulator.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * What an API takes of a body: fields that are output only are passed over without a word, as
 * Google's guides ask for, nulls count as not given, and enums that came by number get their names.
 */
public final class InputFields {
  private final ApiSchema schema;

  public InputFields(ApiSchema schema) {
    this.schema = schema;
  }

  /** A copy of a checked body of a message with the fields that count. */
  public ObjectNode of(JsonNode body, String message) {
    ObjectNode taken = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> field : body.properties()) {
      String name = field.getKey();
      JsonNode value = field.getValue();
      if (!value.isNull() && !schema.isOutputOnly(message, name)) {
        FieldType type = schema.field(message, name).orElseThrow();
        taken.set(name, value(value, type, schema.enumValues(message, name)));
      }
    }
    return taken;
  }

  private JsonNode value(JsonNode value, FieldType type, List<String> values) {
    if (value instanceof ArrayNode list) {
      ArrayNode taken = JsonNodeFactory.instance.arrayNode();
      list.forEach(element -> taken.add(value(element, type, values)));
      return taken;
    }
    if (value.isObject() && !type.map() && !type.isAny()) {
      return of(value, type.name());
    }
    if (!values.isEmpty() && value.isIntegralNumber()) {
      return JsonNodeFactory.instance.textNode(values.get(value.asInt()));
    }
    return type.name().endsWith("int64") && value.isNumber()
        ? JsonNodeFactory.instance.textNode(value.asText())
        : value.deepCopy();
  }
}
