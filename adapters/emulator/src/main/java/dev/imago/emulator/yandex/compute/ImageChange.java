package dev.imago.emulator.yandex.compute;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.method.Call;
import dev.imago.emulator.yandex.ResourceId;
import dev.imago.emulator.yandex.RpcCode;
import dev.imago.emulator.yandex.YandexFailure;
import dev.imago.emulator.yandex.operation.Operations;
import dev.imago.emulator.yandex.resource.Folders;
import dev.imago.emulator.yandex.resource.Kind;
import dev.imago.emulator.yandex.resource.ResourceStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Changes and deletes images; both take effect when their operation is done. */
final class ImageChange {
  private static final Duration UPDATING = Duration.ofSeconds(2);
  private static final Duration DELETING = Duration.ofSeconds(10);
  private static final List<String> MUTABLE =
      List.of("name", "description", "minDiskSize", "labels");

  private final ResourceStore resources;
  private final Folders folders;
  private final ImageNames names;
  private final Operations operations;

  ImageChange(ResourceStore resources, Folders folders, ImageNames names, Operations operations) {
    this.resources = resources;
    this.folders = folders;
    this.names = names;
    this.operations = operations;
  }

  /** Fields outside the mask stay as they are; without a mask all that can change do. */
  ObjectNode update(Call call) {
    ObjectNode body = ImageBodies.UPDATE.read(call.request());
    List<String> mask = mask(body.path("updateMask").asText());
    ObjectNode image = settled(call, "update");
    String id = image.path("id").asText();
    String name = body.path("name").asText();
    if (mask.contains("name") && !name.equals(image.path("name").asText())) {
      names.checkFree(image.path("folderId").asText(), name);
    }
    ObjectNode operation =
        operations.start("Update image", "yandex.cloud.compute.v1.UpdateImageMetadata", id);
    String operationId = operation.path("id").asText();
    resources.plan(operationId, id, UPDATING, () -> updated(operationId, id, mask, body));
    return operation;
  }

  ObjectNode delete(Call call) {
    String id = settled(call, "delete").path("id").asText();
    resources.table(Kind.IMAGES).change(id, image -> image.put("status", "DELETING"));
    ObjectNode operation =
        operations.start("Delete image", "yandex.cloud.compute.v1.DeleteImageMetadata", id);
    String operationId = operation.path("id").asText();
    resources.plan(operationId, id, DELETING, () -> deleted(operationId, id));
    return operation;
  }

  /** The image that a call is about, which nothing else is being done to. */
  private ObjectNode settled(Call call, String verb) {
    String id = ResourceId.in(call, ComputeCollection.IMAGES.variable());
    ObjectNode image =
        resources
            .findForWrite(Kind.IMAGES, id)
            .orElseThrow(() -> YandexFailure.notFound(ComputeCollection.IMAGES.noun(), id));
    folders.checkWritable(image.path("folderId").asText());
    String status = image.path("status").asText();
    if (status.equals("CREATING") || status.equals("DELETING")) {
      throw new YandexFailure(
          RpcCode.FAILED_PRECONDITION, "Cannot " + verb + " image " + id + ": it is " + status);
    }
    return image;
  }

  private static List<String> mask(String text) {
    if (text.isBlank()) {
      return MUTABLE;
    }
    List<String> fields = List.of(text.split(",", -1));
    for (String field : fields) {
      if (!MUTABLE.contains(field)) {
        throw YandexFailure.illegal(
            "updateMask", "Field must be some of " + String.join(", ", MUTABLE));
      }
    }
    return fields;
  }

  private void updated(String operationId, String id, List<String> mask, ObjectNode body) {
    resources
        .table(Kind.IMAGES)
        .change(id, image -> mask.forEach(field -> ProtoJson.set(image, field, body.path(field))));
    Optional<ObjectNode> image = resources.table(Kind.IMAGES).find(id);
    if (image.isPresent()) {
      operations.succeed(operationId, "yandex.cloud.compute.v1.Image", image.get());
    } else {
      operations.fail(operationId, RpcCode.NOT_FOUND, "Image " + id + " was deleted");
      operations.rolledBack(operationId);
    }
  }

  private void deleted(String operationId, String id) {
    resources.table(Kind.IMAGES).remove(id);
    operations.succeed(operationId, "google.protobuf.Empty", JsonNodeFactory.instance.objectNode());
  }
}
