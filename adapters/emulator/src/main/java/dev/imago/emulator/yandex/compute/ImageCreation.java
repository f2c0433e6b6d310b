package dev.imago.emulator.yandex.compute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.method.Call;
import dev.imago.emulator.state.IdGenerator;
import dev.imago.emulator.yandex.ResourceId;
import dev.imago.emulator.yandex.RpcCode;
import dev.imago.emulator.yandex.operation.Operations;
import dev.imago.emulator.yandex.resource.Folders;
import dev.imago.emulator.yandex.resource.Kind;
import dev.imago.emulator.yandex.resource.ResourceStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Makes images. One is CREATING at first; then it is READY and its operation has it as the
 * response. Where its source turns out to be bad, the operation has an error while it is rolled
 * back, and the image ends in ERROR.
 */
final class ImageCreation {
  private static final Duration COPYING = Duration.ofSeconds(30);
  private static final Duration ROLLBACK = Duration.ofSeconds(10);

  /** What an image has from the body or else from its source, in the order of the message. */
  private static final List<String> GIVEN =
      List.of(
          "name",
          "description",
          "labels",
          "family",
          "minDiskSize",
          "productIds",
          "os",
          "pooled",
          "hardwareGeneration");

  private final ResourceStore resources;
  private final Folders folders;
  private final ImageNames names;
  private final Operations operations;
  private final Clock clock;
  private final IdGenerator ids;

  ImageCreation(
      ResourceStore resources,
      Folders folders,
      ImageNames names,
      Operations operations,
      Clock clock,
      IdGenerator ids) {
    this.resources = resources;
    this.folders = folders;
    this.names = names;
    this.operations = operations;
    this.clock = clock;
    this.ids = ids;
  }

  ObjectNode create(Call call) {
    ObjectNode body = ImageBodies.CREATE.read(call.request());
    String folderId = body.path("folderId").asText();
    folders.checkWritable(folderId);
    ImageSource source = ImageSource.of(body, resources);
    names.checkFree(folderId, body.path("name").asText());
    String id = ResourceId.make("fd8", ids.next());
    resources.table(Kind.IMAGES).put(id, image(id, body, source));
    ObjectNode operation =
        operations.start("Create image", "yandex.cloud.compute.v1.CreateImageMetadata", id);
    String operationId = operation.path("id").asText();
    resources.plan(operationId, id, COPYING, () -> copied(operationId, id, source));
    return operation;
  }

  private ObjectNode image(String id, ObjectNode body, ImageSource source) {
    ObjectNode image = JsonNodeFactory.instance.objectNode();
    image.put("id", id);
    image.set("folderId", body.path("folderId"));
    image.put("createdAt", clock.instant().toString());
    for (String field : GIVEN) {
      JsonNode value = body.has(field) ? body.path(field) : source.inherited().path(field);
      ProtoJson.set(image, field, value);
    }
    return image.put("status", "CREATING");
  }

  private void copied(String operationId, String id, ImageSource source) {
    if (!operations.isRunning(operationId)) {
      return;
    }
    if (source.defect().isPresent()) {
      operations.fail(operationId, RpcCode.INVALID_ARGUMENT, source.defect().get());
      resources.plan(operationId, id, ROLLBACK, () -> rolledBack(operationId, id));
      return;
    }
    resources
        .table(Kind.IMAGES)
        .change(
            id,
            image ->
                image
                    .put("storageSize", source.storageSize())
                    .put("status", "READY")
                    .put("size", source.size()));
    resources
        .table(Kind.IMAGES)
        .find(id)
        .ifPresent(
            image -> operations.succeed(operationId, "yandex.cloud.compute.v1.Image", image));
  }

  private void rolledBack(String operationId, String id) {
    resources.table(Kind.IMAGES).change(id, image -> image.put("status", "ERROR"));
    operations.rolledBack(operationId);
  }
}
