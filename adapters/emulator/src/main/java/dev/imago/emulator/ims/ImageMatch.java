package dev.imago.emulator.ims;

import com.fasterxml.jackson.databind.JsonNode;

/** Decides for a parameter's value which images it lets through. */
@FunctionalInterface
interface ImageMatch {
  /** Takes every image. */
  ImageMatch ANYTHING = (image, value) -> true;

  /** Images for ARM processors say so; others are for x86. */
  ImageMatch ARCHITECTURE =
      (image, value) -> value.equals("arm") == image.path("__support_arm").asText().equals("true");

  /** The tag {@code key=value}, which older images write {@code key.value}. */
  ImageMatch TAG =
      (image, value) -> {
        for (JsonNode tag : image.path("tags")) {
          if (tag.asText().equals(value) || tag.asText().replaceFirst("[.]", "=").equals(value)) {
            return true;
          }
        }
        return false;
      };

  /** The enterprise project, or all that the caller has rights in. */
  ImageMatch ENTERPRISE_PROJECT =
      (image, value) ->
          value.equals("all_granted_eps")
              || image.path("enterprise_project_id").asText().equals(value);

  boolean matches(JsonNode image, String value);

  /** Equality with an attribute; an image without the attribute is not let through. */
  static ImageMatch attribute(String name) {
    return (image, value) -> image.path(name).asText().equals(value);
  }
}
