package dev.imago.emulator.ims;

import java.util.List;

/**
 * What the two clouds' services differ in.
 *
 * @param demo the folder of the cloud's sample data
 * @param imageTypes the values of {@code __imagetype}
 * @param platforms the values of {@code __platform}
 * @param ownFilters the parameters that only this cloud's {@code /v2/cloudimages} takes
 * @param diskFormat the format of images that are made
 * @param leastDisk the least GiB that an image may need of a disk
 * @param hasJobProgress whether jobs can be asked for without a project in the path
 */
public record ImsDialect(
    String demo,
    List<String> imageTypes,
    List<String> platforms,
    List<ImageFilter> ownFilters,
    String diskFormat,
    int leastDisk,
    boolean hasJobProgress) {

  /** Open Telekom Cloud's. */
  public static final ImsDialect OPEN_TELEKOM =
      new ImsDialect(
          "opentelekom",
          List.of("gold", "private", "shared"),
          List.of(
              "Windows",
              "Ubuntu",
              "Red Hat",
              "SUSE",
              "CentOS",
              "Debian",
              "OpenSUSE",
              "Oracle Linux",
              "Fedora",
              "CoreOS",
              "EulerOS",
              "Other"),
          List.of(ImageFilter.flag("__whole_image"), ImageFilter.text("__system__cmkid")),
          "zvhd2",
          1,
          false);

  /** Huawei Cloud's. */
  public static final ImsDialect HUAWEI =
      new ImsDialect(
          "huawei",
          List.of("gold", "private", "shared", "market"),
          List.of(
              "Windows",
              "Ubuntu",
              "RedHat",
              "SUSE",
              "CentOS",
              "Debian",
              "OpenSUSE",
              "Oracle Linux",
              "OracleLinux",
              "Fedora",
              "CoreOS",
              "EulerOS",
              "Huawei Cloud EulerOS",
              "Other"),
          List.of(
              ImageFilter.text("flavor_id", ImageMatch.ANYTHING),
              ImageFilter.oneOf("architecture", ImageMatch.ARCHITECTURE, "x86", "arm")),
          "vhd",
          40,
          true);

  public ImsDialect {
    imageTypes = List.copyOf(imageTypes);
    platforms = List.copyOf(platforms);
    ownFilters = List.copyOf(ownFilters);
  }
}
