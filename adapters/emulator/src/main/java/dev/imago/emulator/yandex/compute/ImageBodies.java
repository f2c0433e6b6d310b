package dev.imago.emulator.yandex.compute;

import dev.imago.emulator.body.Check;
import dev.imago.emulator.body.Field;
import dev.imago.emulator.body.Shape;
import java.util.regex.Pattern;

/** The bodies of the methods that write images. */
final class ImageBodies {
  private static final int LONGEST_ID = 50;
  private static final int MOST_LABELS = 64;
  private static final int MOST_PRODUCTS = 100;
  private static final int LONGEST_URI = 4096;
  private static final int LONGEST_DRIVER = 256;
  private static final int LONGEST_MASK = 1000;
  private static final long LEAST_DISK = 4L << 20;
  private static final long MOST_DISK = 4L << 40;
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

  private static final Check ID = Check.text(1, LONGEST_ID);
  private static final Field NAME =
      Field.optional("name", Check.matching("|[a-z]([-_a-z0-9]{0,61}[a-z0-9])?"));
  private static final Field DESCRIPTION = Field.optional("description", Check.text(0, 256));
  private static final Field LABELS =
      Field.optional(
          "labels",
          Check.map(MOST_LABELS, "[a-z][-_./\\\\@0-9a-z]{0,62}", "[-_./\\\\@0-9a-z]{0,63}"));
  private static final Field MIN_DISK_SIZE = Field.optional("minDiskSize", diskSize());

  /** That of CreateImageRequest. */
  static final Shape CREATE =
      Shape.of(
          Field.required("folderId", ID),
          NAME,
          DESCRIPTION,
          LABELS,
          Field.optional("family", Check.matching("|[a-z][-a-z0-9]{1,61}[a-z0-9]")),
          MIN_DISK_SIZE,
          Field.optional("productIds", Check.list(0, MOST_PRODUCTS, ID)),
          Field.optional("imageId", ID),
          Field.optional("diskId", ID),
          Field.optional("snapshotId", ID),
          Field.optional("uri", Check.text(1, LONGEST_URI)),
          Field.optional(
              "os",
              Shape.of(
                  Field.optional("type", Check.oneOf("TYPE_UNSPECIFIED", "LINUX", "WINDOWS")),
                  Field.optional(
                      "nvidia",
                      Shape.of(Field.optional("driver", Check.text(0, LONGEST_DRIVER)))))),
          Field.optional("pooled", Check.flag()),
          Field.optional("hardwareGeneration", hardwareGeneration()));

  /** That of UpdateImageRequest, whose image stands in the path. */
  static final Shape UPDATE =
      Shape.of(
          Field.optional("updateMask", Check.text(0, LONGEST_MASK)),
          NAME,
          DESCRIPTION,
          MIN_DISK_SIZE,
          LABELS);

  private ImageBodies() {}

  /** Numbers of 64 bits are written as text; readers take both. */
  private static Check diskSize() {
    return Check.that(
        value ->
            (value.isTextual() || value.isIntegralNumber())
                && DIGITS.matcher(value.asText()).matches()
                && Long.parseLong(value.asText()) >= LEAST_DISK
                && Long.parseLong(value.asText()) <= MOST_DISK,
        "a number from " + LEAST_DISK + " to " + MOST_DISK);
  }

  private static Check hardwareGeneration() {
    Check fields =
        Shape.of(
            Field.optional(
                "legacyFeatures",
                Shape.of(
                    Field.optional(
                        "pciTopology",
                        Check.oneOf(
                            "PCI_TOPOLOGY_UNSPECIFIED", "PCI_TOPOLOGY_V1", "PCI_TOPOLOGY_V2")))),
            Field.optional("generation2Features", Shape.of()));
    Check single = Check.that(value -> value.size() <= 1, "one of its features");
    return (path, value) -> {
      fields.accept(path, value);
      single.accept(path, value);
    };
  }
}
