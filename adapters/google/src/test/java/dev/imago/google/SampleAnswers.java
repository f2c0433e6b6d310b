package dev.imago.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.ColumnSource.JsonField;
import dev.imago.core.description.ReadMethod;
import dev.imago.core.description.TableDescription;
import dev.imago.google.DiscoveryDocument.Method;
import java.util.List;
import java.util.Map;

/**
 * Answers that Google's own description of a method allows, with a value in every field. They know
 * nothing of our descriptions but where a resource's name must be one that makes sense.
 */
record SampleAnswers(DiscoveryDocument document) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String TIME = "2026-01-02T03:04:05.678-07:00";

  /**
   * A row with a value in every field, and with names that fit the request.
   *
   * @param bindings the values of the path's variables
   */
  ObjectNode row(TableDescription table, ReadMethod read, Map<String, String> bindings) {
    Method method = document.method("GET", read.call().path().toString()).orElseThrow();
    JsonNode schema = document.answer(method);
    for (String step : read.rows()) {
      JsonNode next =
          step.equals(ReadMethod.EVERY_ENTRY)
              ? schema.get("additionalProperties")
              : schema.get("properties").get(step);
      schema = document.resolve(next.has("items") ? next.get("items") : next);
    }
    ObjectNode row = (ObjectNode) value(schema);
    for (String place : List.of("zone", "region")) {
      if (row.has(place)) {
        row.put(place, "https://compute.example/projects/p/" + place + "s/" + place + "-1");
      }
    }
    if (row.has("creationTimestamp")) {
      row.put("creationTimestamp", TIME); // An operation's is deprecated, and said to be nothing.
    }
    bindings.forEach(
        (parameter, value) -> {
          if (table.column(parameter).orElseThrow().source() instanceof JsonField field) {
            row.put(field.path().get(0), value);
          }
        });
    table
        .column("name")
        .flatMap(ColumnDescription::resource)
        .ifPresent(resource -> row.put("name", resource.expand(v -> bindings.getOrDefault(v, v))));
    return row;
  }

  /** The row alone, or as the only one of its list. */
  static ObjectNode answer(ReadMethod read, ObjectNode row) {
    if (read.rows().isEmpty()) {
      return row;
    }
    ObjectNode answer = JSON.objectNode();
    ObjectNode rows = answer;
    List<String> steps = read.rows();
    for (String step : steps.subList(0, steps.size() - 1)) {
      boolean isEntry = step.equals(ReadMethod.EVERY_ENTRY);
      rows = rows.putObject(isEntry ? read.scope().orElseThrow().collection() + "/s-1" : step);
    }
    rows.putArray(steps.get(steps.size() - 1)).add(row);
    return answer;
  }

  private JsonNode value(JsonNode field) {
    JsonNode schema = document.resolve(field);
    return switch (schema.path("type").asText()) {
      case "boolean" -> JSON.booleanNode(true);
      case "integer" -> JSON.numberNode(7);
      case "number" -> JSON.numberNode(1.5);
      case "array" -> {
        ArrayNode array = JSON.arrayNode();
        yield array.add(value(schema.get("items")));
      }
      case "object" -> object(schema);
      case "string" -> JSON.textNode(text(schema));
      default -> JSON.textNode("anything");
    };
  }

  private ObjectNode object(JsonNode schema) {
    ObjectNode object = JSON.objectNode();
    schema
        .path("properties")
        .propertyStream()
        .forEach(property -> object.set(property.getKey(), value(property.getValue())));
    if (schema.has("additionalProperties")) {
      object.set("some-key", value(schema.get("additionalProperties")));
    }
    return object;
  }

  private static String text(JsonNode schema) {
    if (schema.has("enum")) {
      return schema.get("enum").get(0).asText();
    }
    if (schema.path("time").asBoolean()) {
      return TIME;
    }
    return switch (schema.path("format").asText()) {
      case "int64" -> "9007199254740993";
      case "uint64" -> "18446744073709551615";
      case "google-datetime" -> "2026-01-02T03:04:05.123456789Z";
      default -> "text";
    };
  }
}
