package dev.imago.emulator.google.compute;

import dev.imago.emulator.google.project.Kind;
import java.util.Locale;

/**
 * A kind of Compute's resources as the API spells it.
 *
 * @param kind where the resources are held
 * @param segment the collection's name in paths: {@code machineImages}
 * @param message the resource's message: {@code MachineImage}
 * @param variable the variable of the get method: {@code machineImage}
 */
record ComputeCollection(Kind kind, String segment, String message, String variable) {
  static final ComputeCollection IMAGES = of(Kind.IMAGES, "images", "Image");
  static final ComputeCollection MACHINE_IMAGES =
      of(Kind.MACHINE_IMAGES, "machineImages", "MachineImage");
  static final ComputeCollection DISKS = of(Kind.DISKS, "disks", "Disk");
  static final ComputeCollection SNAPSHOTS = of(Kind.SNAPSHOTS, "snapshots", "Snapshot");
  static final ComputeCollection INSTANCES = of(Kind.INSTANCES, "instances", "Instance");
  static final ComputeCollection ZONES = of(Kind.ZONES, "zones", "Zone");
  static final ComputeCollection REGIONS = of(Kind.REGIONS, "regions", "Region");
  static final ComputeCollection OPERATIONS = of(Kind.OPERATIONS, "operations", "Operation");

  private static ComputeCollection of(Kind kind, String segment, String message) {
    return new ComputeCollection(kind, segment, message, lowerFirst(message));
  }

  /** The message of a list's answer. */
  String listMessage() {
    return message + "List";
  }

  /** The message of an aggregated list's answer. */
  String aggregatedMessage() {
    return message + "AggregatedList";
  }

  /** The {@code kind} of an answer: {@code compute#imageList}. */
  static String kindOf(String message) {
    return "compute#" + lowerFirst(message);
  }

  private static String lowerFirst(String text) {
    return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }
}
