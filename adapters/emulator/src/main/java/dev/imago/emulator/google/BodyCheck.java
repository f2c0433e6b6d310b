package dev.imago.emulator.google;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Refuses bodies with names that their message does not have, or values of another type. */
final class BodyCheck {
  private BodyCheck() {}

  /**
   * Checks a body.
   *
   * @throws GoogleFailure naming the first field that does not fit
   */
  static void check(JsonNode body, String message, ApiSchema schema) {
    for (Map.Entry<String, JsonNode> field : body.properties()) {
      checkField(field.getKey(), field.getValue(), message, schema);
    }
  }

  private static void checkField(String name, JsonNode value, String message, ApiSchema schema) {
    FieldType type =
        schema
            .field(message, name)
            .orElseThrow(
                () ->
                    invalid(
                        "Invalid JSON payload received. Unknown name \""
                            + name
                            + "\": Cannot find field."));
    if (type.map()) {
      value.forEach(inner -> checkValue(name, inner, type.value(), schema));
    } else if (value.isArray()) {
      value.forEach(element -> checkValue(name, element, type, schema));
    } else if (!value.isNull()) {
      checkValue(name, value, type, schema);
    }
  }

  private static void checkValue(String name, JsonNode value, FieldType type, ApiSchema schema) {
    if (type.isAny()) {
      return;
    }
    if (!type.isScalar()) {
      if (!value.isObject()) {
        throw mismatch(name, value, type);
      }
      check(value, type.name(), schema);
    } else if (!fits(value, type)) {
      throw mismatch(name, value, type);
    }
  }

  /** Official clients send enums by number, and 64-bit numbers as text. */
  private static boolean fits(JsonNode value, FieldType type) {
    if (type.isBoolean()) {
      return value.isBoolean();
    }
    if (type.isText()) {
      return value.isTextual() || value.isInt();
    }
    return value.isNumber() || value.asText().matches("-?[0-9]+(\\.[0-9]+)?");
  }

  private static GoogleFailure mismatch(String name, JsonNode value, FieldType type) {
    return invalid("Invalid value at '" + name + "' (" + type.name() + "), " + value);
  }

  private static GoogleFailure invalid(String message) {
    return GoogleFailure.of(FailureKind.INVALID_ARGUMENT, message);
  }
}
