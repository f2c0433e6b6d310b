package dev.imago.emulator.google.compute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What an image is made from.
 *
 * @param field the field that names it: {@code sourceDisk}; {@code rawDisk} for a file
 * @param path where it lies; "" for a file
 * @param resource the disk, image or snapshot; nothing is known of a file
 */
record ImageSource(String field, String path, Optional<ObjectNode> resource) {
  /** The size in GB of a disk whose source does not say its own. */
  private static final String DEFAULT_SIZE = "10";

  /** Its size as a disk, in GB. */
  String diskSizeGb() {
    return text("diskSizeGb").or(() -> text("sizeGb")).orElse(DEFAULT_SIZE);
  }

  /** The bytes that an image made from it takes: as many as it takes itself, where it says so. */
  String archiveSizeBytes() {
    return text("archiveSizeBytes")
        .or(() -> text("storageBytes"))
        .orElseGet(() -> Long.toString((Long.parseLong(diskSizeGb()) << 30) / 10));
  }

  /** One of its fields, if it has it. */
  Optional<JsonNode> get(String name) {
    return resource.map(source -> source.get(name));
  }

  private Optional<String> text(String name) {
    return get(name).map(JsonNode::asText);
  }
}
