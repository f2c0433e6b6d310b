package dev.imago.emulator.ims;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imago.emulator.body.Check;
import dev.imago.emulator.body.Field;
import dev.imago.emulator.body.Shape;
import dev.imago.emulator.method.IllegalParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The bodies of the methods that make, copy and move images. */
final class ImageBodies {
  private static final int LONGEST_TEXT = 255;
  private static final int MOST_TAGS = 10;
  private static final int MOST_DISKS = 3;
  private static final int MOST_VOLUMES = 24;
  private static final int MOST_MEMORY = 2_097_152;
  private static final int MOST_DISK = 1024;
  private static final Pattern NAME_FORM =
      Pattern.compile("[\\p{L}\\p{N}._-]([\\p{L}\\p{N} ._-]*[\\p{L}\\p{N}._-])?");

  private static final Check TEXT = Check.text(1, LONGEST_TEXT);
  private static final Check FILE = Check.matching("[^:]+:.+");

  private static final Field DESCRIPTION =
      Field.optional(
          "description",
          (path, value) -> {
            Check.that(JsonNode::isTextual, "text").accept(path, value);
            if (value.asText().length() > ImsErrors.LONGEST_DESCRIPTION) {
              throw new IllegalParameter(path, ImsErrors.DESCRIPTION_TOO_LONG);
            }
            Check.matching("[^<>\\r]*").accept(path, value);
          });

  private static final Field TAGS = Field.optional("tags", Check.list(0, MOST_TAGS, TEXT));

  private static final Field PROJECT = Field.optional("enterprise_project_id", TEXT);

  static final Shape COPY = Shape.of(name(), DESCRIPTION, Field.optional("cmk_id", TEXT), PROJECT);

  static final Shape REGISTER = Shape.of(Field.required("image_url", FILE));

  static final Shape EXPORT =
      Shape.of(
          Field.required("bucket_url", FILE),
          Field.optional("file_format", Check.oneOf("qcow2", "vhd", "zvhd", "vmdk")),
          Field.optional("is_quick_export", Check.flag()));

  static final Shape DELETE = Shape.of(Field.optional("delete_backup", Check.flag()));

  static final Shape WHOLE =
      common(
          name(),
          Field.optional("instance_id", TEXT),
          Field.optional("backup_id", TEXT),
          Field.optional("vault_id", TEXT),
          Field.optional("whole_image_type", TEXT));

  static final Shape DATA_FILE =
      Shape.of(
          name(),
          DESCRIPTION,
          TAGS,
          imageTags(),
          PROJECT,
          Field.optional("cmk_id", TEXT),
          Field.required("image_url", FILE),
          Field.required("min_disk", Check.number(40, 2048)),
          Field.optional("os_type", Check.oneOf("Windows", "Linux")));

  static final Shape FROM_INSTANCE = common(name(), Field.required("instance_id", TEXT));

  static final Shape FROM_VOLUME =
      common(
          name(),
          Field.required("volume_id", TEXT),
          Field.required("os_version", TEXT),
          Field.optional("type", Check.oneOf("ECS", "FusionCompute", "BMS", "Ironic")));

  /** The volumes become images of their own, besides that of the server if one is named. */
  static final Shape FROM_VOLUMES =
      common(
          Field.optional("name", ImageBodies::checkName),
          Field.optional("instance_id", TEXT),
          Field.required(
              "data_images",
              Check.list(
                  1,
                  MOST_VOLUMES,
                  Shape.of(name(), Field.required("volume_id", TEXT), DESCRIPTION, TAGS))));

  private ImageBodies() {}

  /** That of an image made from a file. */
  static Shape fromFile(ImsDialect dialect) {
    return common(
        name(),
        Field.required("image_url", FILE),
        Field.required("min_disk", Check.number(dialect.leastDisk(), MOST_DISK)),
        Field.optional("os_version", TEXT),
        Field.optional("os_type", Check.oneOf("Windows", "Linux")),
        Field.optional("is_config", Check.flag()),
        Field.optional("cmk_id", TEXT),
        Field.optional("type", Check.oneOf("ECS", "BMS", "FusionCompute", "IsoImage", "Ironic")),
        Field.optional("is_quick_import", Check.flag()),
        Field.optional("architecture", Check.oneOf("x86", "arm")),
        Field.optional("hw_firmware_type", Check.oneOf("bios", "uefi")),
        Field.optional(
            "data_images",
            Check.list(
                0,
                MOST_DISKS,
                Shape.of(
                    Field.optional("name", ImageBodies::checkName),
                    Field.required("image_url", FILE),
                    Field.required("min_disk", Check.number(dialect.leastDisk(), 2048))))));
  }

  /** That of an image imported quickly. */
  static Shape quickImport(ImsDialect dialect) {
    return Shape.of(
        name(),
        DESCRIPTION,
        TAGS,
        imageTags(),
        PROJECT,
        Field.required("os_version", TEXT),
        Field.required("image_url", FILE),
        Field.required("min_disk", Check.number(dialect.leastDisk(), MOST_DISK)),
        Field.optional("type", Check.oneOf("ECS", "BMS", "DataImage")),
        Field.optional("license_type", TEXT),
        Field.optional("os_type", Check.oneOf("Windows", "Linux")),
        Field.optional("architecture", Check.oneOf("x86", "arm")),
        Field.optional("hw_firmware_type", Check.oneOf("bios", "uefi")));
  }

  /** Lets a value pass that an image may be called. */
  static void checkName(String path, JsonNode value) {
    Check.that(JsonNode::isTextual, "text").accept(path, value);
    if (value.asText().length() > ImsErrors.LONGEST_NAME) {
      throw new IllegalParameter(path, ImsErrors.NAME_TOO_LONG);
    }
    if (!NAME_FORM.matcher(value.asText()).matches()) {
      throw new IllegalParameter(path, ImsErrors.NAME_MALFORMED);
    }
  }

  private static Field name() {
    return Field.required("name", ImageBodies::checkName);
  }

  private static Field imageTags() {
    return Field.optional(
        "image_tags",
        Check.list(
            0,
            MOST_TAGS,
            Shape.of(
                Field.required("key", TEXT),
                Field.optional("value", Check.text(0, LONGEST_TEXT)))));
  }

  private static Shape common(Field... own) {
    List<Field> fields = new ArrayList<>(List.of(own));
    fields.add(DESCRIPTION);
    fields.add(TAGS);
    fields.add(imageTags());
    fields.add(PROJECT);
    fields.add(Field.optional("max_ram", Check.number(0, MOST_MEMORY)));
    fields.add(Field.optional("min_ram", Check.number(0, MOST_MEMORY)));
    return new Shape(fields);
  }
}
