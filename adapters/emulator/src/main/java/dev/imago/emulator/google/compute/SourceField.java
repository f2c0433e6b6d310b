package dev.imago.emulator.google.compute;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A field of a new image that names a resource which it is to be made from.
 *
 * @param name the field's name
 * @param url its values: group 1 is the project, where they name one, group 2 the path in it
 * @param collection what it names
 */
record SourceField(String name, Pattern url, ComputeCollection collection) {
  /** All of them. */
  static final List<SourceField> ALL =
      List.of(
          of(
              "sourceDisk",
              "zones/[^/]+/disks/[^/]+|regions/[^/]+/disks/[^/]+",
              ComputeCollection.DISKS),
          of("sourceImage", "global/images/[^/]+", ComputeCollection.IMAGES),
          of("sourceSnapshot", "global/snapshots/[^/]+", ComputeCollection.SNAPSHOTS));

  private static SourceField of(String name, String path, ComputeCollection collection) {
    String host = "(?:https?://[^/]+/(?:compute/)?(?:v1|beta)/)?";
    return new SourceField(
        name, Pattern.compile(host + "(?:projects/([^/]+)/)?(" + path + ")"), collection);
  }
}
