package dev.imago.emulator.google;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** Refuses bodies with names that their message does not have, or values of another type. */
final class BodyCheck {
  private final ApiSchema schema;
  private final boolean beta;

  /**
   * A check against the messages of an API.
   *
   * @param beta whether fields that only the beta version has are known
   */
  BodyCheck(ApiSchema schema, boolean beta) {
    this.schema = schema;
    this.beta = beta;
  }

  /**
   * Checks a body.
   *
   * @param message what it must be; "" when no field is known
   * @throws GoogleFailure naming the first field that does not fit
   */
  void check(JsonNode body, String message) {
    checkMessage(body, message, "");
  }

  private void checkMessage(JsonNode body, String message, String path) {
    for (Map.Entry<String, JsonNode> field : body.properties()) {
      checkField(field.getKey(), field.getValue(), message, path);
    }
  }

  private void checkField(String name, JsonNode value, String message, String path) {
    FieldType type =
        schema
            .field(message, name)
            .filter(known -> beta || !schema.isBeta(message, name))
            .orElseThrow(() -> unknown(name, path, "Cannot find field."));
    String inner = path.isEmpty() ? name : path + "." + name;
    if (value.isNull()) {
      return;
    }
    if (type.map()) {
      if (!value.isObject()) {
        throw mismatch(inner, "map", value);
      }
      value.forEach(element -> checkValue(inner, element, type.value(), List.of()));
    } else if (schema.isList(message, name)) {
      checkList(inner, value, type, schema.enumValues(message, name));
    } else if (value.isArray()) {
      throw unknown(name, path, "Proto field is not repeating, cannot start list.");
    } else {
      checkValue(inner, value, type, schema.enumValues(message, name));
    }
  }

  private void checkList(String path, JsonNode value, FieldType type, List<String> values) {
    if (!value.isArray()) {
      throw mismatch(path, type.name(), value);
    }
    for (int i = 0; i < value.size(); i++) {
      checkValue(path + "[" + i + "]", value.get(i), type, values);
    }
  }

  private void checkValue(String path, JsonNode value, FieldType type, List<String> values) {
    if (type.isAny()) {
      return;
    }
    if (!type.isScalar()) {
      if (!value.isObject()) {
        throw mismatch(path, type.name(), value);
      }
      checkMessage(value, type.name(), path);
    } else if (!values.isEmpty()) {
      if (!values.contains(text(value)) && !isNumberOf(value, values)) {
        throw mismatch(path, "enum", value);
      }
    } else if (!fits(value, type)) {
      throw mismatch(path, type.name(), value);
    }
  }

  /** Official clients send 64-bit numbers as text. */
  private static boolean fits(JsonNode value, FieldType type) {
    if (type.isBoolean()) {
      return value.isBoolean();
    }
    if (type.isText()) {
      return value.isTextual();
    }
    String digits = type.isInteger() ? "-?[0-9]{1,20}" : "-?[0-9]+(\\.[0-9]+)?";
    return value.isValueNode() && value.asText().matches(digits);
  }

  /** Official clients send enums by number. */
  private static boolean isNumberOf(JsonNode value, List<String> values) {
    return value.isIntegralNumber()
        && value.canConvertToInt()
        && value.asInt() >= 0
        && value.asInt() < values.size();
  }

  private static String text(JsonNode value) {
    return value.isTextual() ? value.textValue() : "";
  }

  private static GoogleFailure unknown(String name, String path, String why) {
    String place = path.isEmpty() ? "" : " at '" + path + "'";
    return GoogleFailure.badField(
        path, "Invalid JSON payload received. Unknown name \"" + name + "\"" + place + ": " + why);
  }

  private static GoogleFailure mismatch(String path, String type, JsonNode value) {
    return GoogleFailure.badField(path, "Invalid value at '" + path + "' (" + type + "), " + value);
  }
}
