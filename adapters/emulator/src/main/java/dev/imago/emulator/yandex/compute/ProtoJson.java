package dev.imago.emulator.yandex.compute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes fields as proto3 does: those that have their default are left out. */
final class ProtoJson {
  private ProtoJson() {}

  /** Gives a message's field a value, or takes the field away when the value is its default. */
  static void set(ObjectNode message, String field, JsonNode value) {
    if (isDefault(value)) {
      message.remove(field);
    } else if (field.equals("minDiskSize")) {
      message.put(field, value.asText());
    } else {
      message.set(field, value);
    }
  }

  private static boolean isDefault(JsonNode value) {
    return value.isMissingNode()
        || (value.isTextual() && value.asText().isEmpty())
        || (value.isBoolean() && !value.asBoolean())
        || (value.isContainerNode() && value.isEmpty());
  }
}
