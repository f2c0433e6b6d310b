package dev.imago.emulator.yandex.compute;

import dev.imago.emulator.yandex.resource.Kind;

/**
 * A collection of resources.
 *
 * @param segment its path, and the field of the list's answer that holds the rows
 * @param variable the variable in the path of one resource
 * @param noun what one of them is called in messages
 * @param kind where they are stored
 */
record ComputeCollection(String segment, String variable, String noun, Kind kind) {
  static final ComputeCollection IMAGES =
      new ComputeCollection("images", "imageId", "Image", Kind.IMAGES);
  static final ComputeCollection DISKS =
      new ComputeCollection("disks", "diskId", "Disk", Kind.DISKS);
  static final ComputeCollection SNAPSHOTS =
      new ComputeCollection("snapshots", "snapshotId", "Snapshot", Kind.SNAPSHOTS);
  static final ComputeCollection ZONES =
      new ComputeCollection("zones", "zoneId", "Zone", Kind.ZONES);
  static final ComputeCollection DISK_TYPES =
      new ComputeCollection("diskTypes", "diskTypeId", "Disk type", Kind.DISK_TYPES);

  /** The path of one resource. */
  String path() {
    return segment + "/{" + variable + "}";
  }
}
