package dev.imago.emulator.yandex.compute;

import dev.imago.emulator.list.Filter;
import dev.imago.emulator.list.Position;
import dev.imago.emulator.list.Slice;
import dev.imago.emulator.yandex.RpcCode;
import dev.imago.emulator.yandex.YandexFailure;
import dev.imago.emulator.yandex.list.YandexOrder;
import dev.imago.emulator.yandex.resource.Kind;
import dev.imago.emulator.yandex.resource.ResourceStore;

/**
 * The names of images: each only once in a folder, except for no name at all.
 *
 * @param resources the images
 */
record ImageNames(ResourceStore resources) {
  /**
   * Lets a name pass that no image of a folder has.
   *
   * @throws YandexFailure when one has it
   */
  void checkFree(String folderId, String name) {
    Filter taken =
        image ->
            image.path("folderId").asText().equals(folderId)
                && image.path("name").asText().equals(name);
    boolean free =
        name.isEmpty()
            || Slice.read(
                    resources.table(Kind.IMAGES).everywhere(),
                    taken,
                    YandexOrder.ID_ASCENDING,
                    Position.start(),
                    1)
                .rows()
                .isEmpty();
    if (!free) {
      throw new YandexFailure(
          RpcCode.ALREADY_EXISTS, "Image with name " + name + " already exists");
    }
  }
}
