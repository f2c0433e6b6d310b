package dev.imago.emulator.ims;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.body.Check;
import dev.imago.emulator.body.Field;
import dev.imago.emulator.body.Shape;
import dev.imago.emulator.http.Request;
import dev.imago.emulator.method.IllegalParameter;
import dev.imago.emulator.openstack.Refusal;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A list of changes of an image's attributes: {@code [{"op": "replace", "path": "/name", "value":
 * "web"}]}. Attributes are text, whatever they mean, but for a few.
 *
 * @param request the request that it came with
 * @param changes the changes
 */
record ImagePatch(Request request, JsonNode changes) {
  private static final int MOST_CHANGES = 100;
  private static final int LONGEST_ATTRIBUTE = 255;
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");

  private static final Check SHAPE =
      Check.list(
          1,
          MOST_CHANGES,
          Shape.of(
              Field.required("op", Check.oneOf("add", "replace", "remove")),
              Field.required(
                  "path", Check.matching("/[A-Za-z_][A-Za-z0-9_.-]{0," + LONGEST_ATTRIBUTE + "}")),
              Field.optional("value", (path, value) -> {})));

  /** Attributes that only the service writes. */
  private static final Set<String> SYSTEM =
      Set.of(
          "id",
          "owner",
          "status",
          "visibility",
          "size",
          "virtual_size",
          "container_format",
          "disk_format",
          "checksum",
          "tags",
          "created_at",
          "updated_at",
          "active_at",
          "file",
          "self",
          "schema",
          "virtual_env_type",
          "__isregistered",
          "__imagetype",
          "__image_source_type",
          "__image_size",
          "__originalimagename",
          "__whole_image",
          "__data_origin",
          "__root_origin",
          "__system__cmkid");

  /** Attributes that every image has. */
  private static final Set<String> NEEDED =
      Set.of("name", "min_disk", "min_ram", "protected", "enterprise_project_id");

  /**
   * The patch of a request.
   *
   * @throws IllegalParameter when its body is none
   */
  static ImagePatch of(Request request) {
    JsonNode changes = Shape.json(request);
    SHAPE.accept("body", changes);
    return new ImagePatch(request, changes);
  }

  /**
   * Makes the changes in their order.
   *
   * @param image what they are made on; of no use when they are refused
   * @throws Refusal when one of them cannot be made
   */
  void applyTo(ObjectNode image) {
    for (JsonNode change : changes) {
      String attribute = change.path("path").asText().substring(1);
      check(attribute);
      apply(change, attribute, image);
    }
  }

  /** Glance lets only name, description and what users have added be changed. */
  private void check(String attribute) {
    if (ImsErrors.isGlance(request)) {
      boolean reserved =
          SYSTEM.contains(attribute)
              || (NEEDED.contains(attribute) && !attribute.equals("name"))
              || (attribute.startsWith("__") && !attribute.equals("__description"));
      if (reserved) {
        throw ImsErrors.reserved(attribute);
      }
    } else if (SYSTEM.contains(attribute)) {
      throw ImsErrors.conflict(request, "The attribute " + attribute + " cannot be changed.");
    }
  }

  private void apply(JsonNode change, String attribute, ObjectNode image) {
    String op = change.path("op").asText();
    if (!op.equals("add") && !image.has(attribute)) {
      throw ImsErrors.conflict(request, "The image has no attribute " + attribute + ".");
    }
    if (op.equals("remove")) {
      if (NEEDED.contains(attribute)) {
        throw ImsErrors.conflict(request, "The attribute " + attribute + " cannot be removed.");
      }
      image.remove(attribute);
    } else {
      set(image, attribute, change.path("value"));
    }
  }

  private static void set(ObjectNode image, String attribute, JsonNode value) {
    String text = value.asText();
    switch (attribute) {
      case "name" -> {
        ImageBodies.checkName(attribute, value);
        image.put(attribute, text);
      }
      case "min_disk", "min_ram" -> {
        if (!DIGITS.matcher(text).matches()) {
          throw new IllegalParameter(attribute, "must be a number");
        }
        image.put(attribute, Integer.parseInt(text));
      }
      case "protected" -> {
        Check.that(
                given -> given.asText().equals("true") || given.asText().equals("false"),
                "true or false")
            .accept(attribute, value);
        image.put(attribute, text.equals("true"));
      }
      case "hw_firmware_type" -> {
        Check.oneOf("bios", "uefi").accept(attribute, value);
        image.put(attribute, text);
      }
      default -> {
        Check.that(JsonNode::isValueNode, "text").accept(attribute, value);
        image.put(attribute, text);
      }
    }
  }
}
