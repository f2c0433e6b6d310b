package dev.imago.emulator.google.compute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.google.GoogleFailure;
import java.util.Map;
import java.util.Set;

/**
 * Merges a body into an image. Family, description and deprecation may change; other fields may
 * only stand there as they are, so that an image which was read can be sent back.
 */
final class ImagePatch {
  private static final Set<String> CHANGEABLE = Set.of("family", "description", "deprecated");

  private ImagePatch() {}

  /**
   * Changes an image; a null takes a field away.
   *
   * @throws GoogleFailure when the body changes what cannot be changed
   */
  static void apply(JsonNode body, ObjectNode image) {
    for (Map.Entry<String, JsonNode> field : body.properties()) {
      String name = field.getKey();
      JsonNode value = field.getValue();
      if (!CHANGEABLE.contains(name)) {
        checkSame(name, value, image);
      } else if (value.isNull()) {
        image.remove(name);
      } else {
        if (name.equals("family")) {
          ImageInsertion.checkSpelling("resource.family", value.asText(), ImageInsertion.NAME);
        }
        image.set(name, value);
      }
    }
  }

  private static void checkSame(String name, JsonNode value, ObjectNode image) {
    JsonNode current = image.path(name);
    boolean same =
        value.isValueNode() ? value.asText().equals(current.asText()) : value.equals(current);
    if (!same) {
      throw GoogleFailure.invalidField(
          "resource." + name, value.asText(), "The field cannot be changed.");
    }
  }
}
