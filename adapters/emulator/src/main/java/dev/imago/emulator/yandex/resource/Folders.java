package dev.imago.emulator.yandex.resource;

import dev.imago.emulator.yandex.RpcCode;
import dev.imago.emulator.yandex.YandexFailure;

/** Which folders the caller may look into. */
public final class Folders {
  /** Its images are everybody's; the rest of it, and its own record, are not. */
  private static final String PUBLIC_IMAGES = "standard-images";

  private final ResourceStore resources;

  public Folders(ResourceStore resources) {
    this.resources = resources;
  }

  /**
   * Lets a call pass that reads resources of this kind in a folder.
   *
   * @throws YandexFailure when the folder does not exist or is closed to the caller
   */
  public void check(String folderId, Kind kind) {
    if (folderId.equals(PUBLIC_IMAGES)) {
      if (kind != Kind.IMAGES) {
        throw denied(folderId);
      }
    } else if (resources.table(Kind.FOLDERS).find(folderId).isEmpty()) {
      throw YandexFailure.notFound("Folder", folderId);
    }
  }

  /**
   * Lets a call pass that makes or changes something in a folder.
   *
   * @throws YandexFailure when the folder does not exist or is closed to the caller
   */
  public void checkWritable(String folderId) {
    if (folderId.equals(PUBLIC_IMAGES)) {
      throw denied(folderId);
    }
    check(folderId, Kind.FOLDERS);
  }

  private static YandexFailure denied(String folderId) {
    return new YandexFailure(
        RpcCode.PERMISSION_DENIED, "Permission denied to resource-manager.folder " + folderId);
  }
}
