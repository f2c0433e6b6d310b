package dev.imago.emulator.yandex.resource;

/** The kinds of resources that the cloud holds, each in a file of its own. */
public enum Kind {
  CLOUDS("clouds"),
  FOLDERS("folders"),
  ZONES("zones"),
  DISK_TYPES("diskTypes"),
  IMAGES("images"),
  DISKS("disks"),
  SNAPSHOTS("snapshots"),
  OPERATIONS("operations");

  private final String file;

  Kind(String file) {
    this.file = file;
  }

  /** The file in the demo's folder, without its extension. */
  String file() {
    return file;
  }
}
