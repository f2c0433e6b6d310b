package dev.imago.google;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imago.core.description.ColumnType;
import dev.imago.core.description.ColumnType.ArrayOf;
import dev.imago.core.description.ColumnType.MapOf;
import dev.imago.core.description.ColumnType.RowOf;
import dev.imago.core.description.ColumnType.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares a type, with all that is in it, with a documented field. */
record TypeDrift(DiscoveryDocument document, List<String> differences) {

  /** Adds the differences of the place to the list. */
  void compare(String place, ColumnType type, List<String> values, JsonNode field) {
    if (type instanceof ArrayOf array && field.path("type").asText().equals("array")) {
      compare(place + "[]", array.element(), values, field.get("items"));
      return;
    }
    values(place, values, field);
    JsonNode schema = document.resolve(field);
    if (type instanceof MapOf map && schema.has("additionalProperties")) {
      compare(place + "{}", map.value(), List.of(), schema.get("additionalProperties"));
    } else if (type instanceof RowOf row && schema.has("properties")) {
      fields(place, row, schema.get("properties"));
    } else if (!(type instanceof Scalar) || type != expected(schema)) {
      differences.add(place + ": is " + shown(type) + ", documented as " + documented(schema));
    }
  }

  private void fields(String place, RowOf row, JsonNode properties) {
    Set<String> seen = new TreeSet<>();
    for (ColumnType.Field field : row.fields()) {
      String inner = place + "." + field.name();
      seen.add(field.name());
      if (properties.has(field.name())) {
        compare(inner, field.type(), field.values(), properties.get(field.name()));
      } else {
        differences.add(inner + ": is not documented");
      }
    }
    properties
        .propertyStream()
        .map(Map.Entry::getKey)
        .filter(name -> !seen.contains(name))
        .forEach(name -> differences.add(place + "." + name + ": is missing"));
  }

  private void values(String place, List<String> values, JsonNode field) {
    Set<String> documented =
        field.path("enum").valueStream().map(JsonNode::asText).collect(Collectors.toSet());
    if (!documented.equals(Set.copyOf(values))) {
      Set<String> extra = new TreeSet<>(values);
      extra.removeAll(documented);
      Set<String> absent = new TreeSet<>(documented);
      absent.removeAll(values);
      differences.add(
          place
              + ": has other values"
              + (extra.isEmpty() ? "" : ", " + extra.size() + " more")
              + (absent.isEmpty() ? "" : ", " + absent.size() + " fewer"));
    }
  }

  /** The scalar that a documented field is; an object without known parts is one too. */
  private static Scalar expected(JsonNode schema) {
    return switch (schema.path("type").asText()) {
      case "boolean" -> Scalar.BOOLEAN;
      case "integer" -> Scalar.INTEGER;
      case "number" -> Scalar.DOUBLE;
      case "object" ->
          schema.path("properties").isEmpty() && !schema.has("additionalProperties")
              ? Scalar.PRESENCE
              : Scalar.JSON;
      case "string" -> expectedText(schema);
      default -> Scalar.JSON;
    };
  }

  private static Scalar expectedText(JsonNode schema) {
    return switch (schema.path("format").asText()) {
      case "int64" -> Scalar.BIGINT;
      case "uint64" -> Scalar.UINT64;
      case "google-datetime" -> Scalar.TIMESTAMP;
      default -> schema.path("time").asBoolean() ? Scalar.TIMESTAMP : Scalar.VARCHAR;
    };
  }

  private static String shown(ColumnType type) {
    return type instanceof Scalar scalar ? scalar.name() : type.getClass().getSimpleName();
  }

  private static String documented(JsonNode schema) {
    String format = schema.path("format").asText();
    return schema.path("type").asText() + (format.isEmpty() ? "" : ":" + format);
  }
}
