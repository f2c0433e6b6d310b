package dev.imago.emulator.yandex.compute;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.yandex.RpcCode;
import dev.imago.emulator.yandex.YandexFailure;
import dev.imago.emulator.yandex.resource.Kind;
import dev.imago.emulator.yandex.resource.ResourceStore;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an image is made from.
 *
 * @param inherited the fields that the image has from it, unless the call gives others
 * @param storageSize the bytes that the image will take
 * @param size the bytes that the image will hold
 * @param defect why the image cannot be made from it, as is found out while it is made
 */
record ImageSource(ObjectNode inherited, String storageSize, String size, Optional<String> defect) {
  private static final List<String> FIELDS = List.of("imageId", "diskId", "snapshotId", "uri");
  private static final List<String> INHERITED =
      List.of("minDiskSize", "productIds", "os", "hardwareGeneration");
  private static final List<String> FORMATS = List.of(".qcow2", ".vmdk", ".raw", ".img");
  private static final String STORAGE = "storage.yandexcloud.net";

  /** What every file holds, whatever it is called. */
  private static final String FILE_SIZE = "1073741824";

  /**
   * The source that a body names.
   *
   * @throws YandexFailure when it names none, several, or one that is absent or not ready
   */
  static ImageSource of(ObjectNode body, ResourceStore resources) {
    List<String> given = FIELDS.stream().filter(body::has).toList();
    if (given.size() != 1) {
      throw YandexFailure.illegal(
          "source", "Field must be exactly one of " + String.join(", ", FIELDS));
    }
    String value = body.path(given.get(0)).asText();
    return switch (given.get(0)) {
      case "imageId" -> ofImage(ready(resources, ComputeCollection.IMAGES, value));
      case "diskId" -> ofDisk(ready(resources, ComputeCollection.DISKS, value));
      case "snapshotId" -> ofSnapshot(ready(resources, ComputeCollection.SNAPSHOTS, value));
      default -> ofFile(value);
    };
  }

  private static ObjectNode ready(ResourceStore resources, ComputeCollection from, String id) {
    Kind kind = from.kind();
    ObjectNode source =
        resources.findForWrite(kind, id).orElseThrow(() -> YandexFailure.notFound(from.noun(), id));
    String status = source.path("status").asText();
    if (!status.equals("READY")) {
      throw new YandexFailure(
          RpcCode.FAILED_PRECONDITION, from.noun() + " " + id + " is " + status + ", not READY");
    }
    return source;
  }

  private static ImageSource ofImage(ObjectNode image) {
    String storageSize = image.path("storageSize").asText();
    return new ImageSource(
        inherited(image, image.path("minDiskSize").asText()),
        storageSize,
        image.path("size").asText(storageSize),
        Optional.empty());
  }

  private static ImageSource ofDisk(ObjectNode disk) {
    String size = disk.path("size").asText();
    return new ImageSource(inherited(disk, size), size, size, Optional.empty());
  }

  private static ImageSource ofSnapshot(ObjectNode snapshot) {
    String diskSize = snapshot.path("diskSize").asText();
    return new ImageSource(
        inherited(snapshot, diskSize),
        snapshot.path("storageSize").asText(),
        diskSize,
        Optional.empty());
  }

  private static ImageSource ofFile(String uri) {
    return new ImageSource(
        JsonNodeFactory.instance.objectNode().put("minDiskSize", FILE_SIZE),
        FILE_SIZE,
        FILE_SIZE,
        defect(location(uri)));
  }

  private static URI location(String uri) {
    URI location;
    try {
      location = URI.create(uri);
    } catch (IllegalArgumentException damaged) {
      throw YandexFailure.illegal("uri", "Field must be a URI");
    }
    if (!"https".equals(location.getScheme()) || location.getHost() == null) {
      throw YandexFailure.illegal("uri", "Field must be a pre-signed link of Object Storage");
    }
    return location;
  }

  /** Only signed links of the cloud's own storage lead to a file, and its name says what it is. */
  private static Optional<String> defect(URI location) {
    String host = location.getHost().toLowerCase(Locale.ROOT);
    String query = location.getRawQuery() == null ? "" : location.getRawQuery();
    if (!(host.equals(STORAGE) || host.endsWith("." + STORAGE))
        || !query.contains("X-Amz-Signature=")) {
      return Optional.of("The link is no pre-signed link of Object Storage");
    }
    String path = location.getRawPath().toLowerCase(Locale.ROOT);
    return FORMATS.stream().anyMatch(path::endsWith)
        ? Optional.empty()
        : Optional.of("The file is no valid QCOW2, VMDK or RAW image");
  }

  private static ObjectNode inherited(ObjectNode source, String minDiskSize) {
    ObjectNode inherited = JsonNodeFactory.instance.objectNode().put("minDiskSize", minDiskSize);
    for (String field : INHERITED) {
      if (source.has(field)) {
        inherited.set(field, source.path(field));
      }
    }
    return inherited;
  }
}
