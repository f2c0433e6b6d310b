package dev.imago.emulator.yandex.compute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.list.Filter;
import dev.imago.emulator.list.Position;
import dev.imago.emulator.list.Row;
import dev.imago.emulator.method.Call;
import dev.imago.emulator.method.Method;
import dev.imago.emulator.method.Parameter;
import dev.imago.emulator.yandex.ResourceId;
import dev.imago.emulator.yandex.RpcCode;
import dev.imago.emulator.yandex.YandexFailure;
import dev.imago.emulator.yandex.list.YandexLists;
import dev.imago.emulator.yandex.list.YandexOrder;
import dev.imago.emulator.yandex.resource.Folders;
import dev.imago.emulator.yandex.resource.Kind;
import dev.imago.emulator.yandex.resource.ResourceStore;
import java.util.Iterator;
import java.util.List;

/** What images have besides the methods of every collection: families and operations. */
final class ImageService {
  private static final String FAMILY = "|[a-z][-a-z0-9]{1,61}[a-z0-9]";

  private final CollectionService images;
  private final ResourceStore resources;
  private final Folders folders;
  private final YandexLists lists;

  ImageService(
      CollectionService images, ResourceStore resources, Folders folders, YandexLists lists) {
    this.images = images;
    this.resources = resources;
    this.folders = folders;
    this.lists = lists;
  }

  List<Method> methods() {
    return List.of(
        Method.get(
            "images:latestByFamily",
            List.of(
                ResourceId.parameter("folderId").mandatory(), Parameter.matching("family", FAMILY)),
            this::latestByFamily),
        Method.get(
            ComputeCollection.IMAGES.path() + "/operations",
            YandexLists.parameters(ComputeApi.LONGEST_TOKEN),
            this::operations));
  }

  /** The newest image of a family that disks can be made of: one that is ready. */
  private ObjectNode latestByFamily(Call call) {
    String folderId = call.required("folderId");
    String family = call.parameter("family").orElse("");
    folders.check(folderId, Kind.IMAGES);
    Iterator<Row> newestFirst =
        resources
            .list(Kind.IMAGES, image -> has(image, "folderId", folderId))
            .after(Position.start(), YandexOrder.NEWEST_FIRST);
    // Images without a family are no family's.
    while (!family.isEmpty() && newestFirst.hasNext()) {
      ObjectNode image = newestFirst.next().value();
      if (has(image, "folderId", folderId)
          && has(image, "family", family)
          && has(image, "status", "READY")) {
        return image;
      }
    }
    throw new YandexFailure(
        RpcCode.NOT_FOUND, "Image with family \"" + family + "\" not found in folder " + folderId);
  }

  private ObjectNode operations(Call call) {
    String imageId = images.get(call).path("id").asText();
    Filter ofImage = operation -> has(operation.path("metadata"), "imageId", imageId);
    return lists.answer(call, resources.list(Kind.OPERATIONS, ofImage), ofImage, "operations");
  }

  private static boolean has(JsonNode message, String field, String value) {
    return message.path(field).asText().equals(value);
  }
}
