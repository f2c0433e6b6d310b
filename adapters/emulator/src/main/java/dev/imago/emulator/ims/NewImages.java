package dev.imago.emulator.ims;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.openstack.Project;

/** Makes images: one is queued at first, saving while its job runs, and then active or killed. */
final class NewImages {
  private static final int USUAL_DISK = 40;

  /** What every image holds, whatever it is made from. */
  private static final String BYTES = "1073741824";

  private final ImsResources resources;
  private final ImsDialect dialect;
  private final ImsTime time;
  private final ImsIds ids;

  NewImages(ImsResources resources, ImsDialect dialect, ImsTime time, ImsIds ids) {
    this.resources = resources;
    this.dialect = dialect;
    this.time = time;
    this.ids = ids;
  }

  /**
   * Makes an image and stores it.
   *
   * @param body what the call says of it
   * @param origin what it is made from: {@code file,bucket:disk.qcow2}
   */
  ObjectNode make(Project project, JsonNode body, String origin) {
    String osVersion = body.path("os_version").asText("Other(64 bit)");
    ObjectNode image = blank(project, body.path("name").asText());
    image.put("min_disk", body.path("min_disk").asInt(USUAL_DISK));
    image.put("min_ram", body.path("min_ram").asInt());
    if (body.has("max_ram")) {
      image.put("max_ram", body.path("max_ram").asText());
    }
    image.put("virtual_env_type", environment(body.path("type").asText()));
    image.put("hw_firmware_type", body.path("hw_firmware_type").asText("bios"));
    image.put("__os_version", osVersion);
    image.put("__os_type", body.path("os_type").asText(osType(osVersion)));
    image.put("__platform", platform(osVersion));
    image.put("__data_origin", origin);
    if (body.path("architecture").asText().equals("arm")) {
      image.put("__support_arm", "true");
    }
    describe(image, body);
    resources.images().put(OwnImages.path(project, image), image);
    return image;
  }

  /** Makes an image of all disks of a server, as {@link #make} makes one of its first. */
  ObjectNode makeWhole(Project project, JsonNode body, String origin) {
    ObjectNode image = make(project, body, origin).deepCopy().put("__whole_image", "true");
    resources.images().put(OwnImages.path(project, image), image);
    return image;
  }

  /**
   * Makes a copy of an image and stores it.
   *
   * @param body what the call says of the copy
   */
  ObjectNode copy(Project project, ObjectNode source, JsonNode body) {
    ObjectNode image = source.deepCopy();
    image.setAll(blank(project, body.path("name").asText()));
    image.remove("active_at");
    image.remove("__image_size");
    image.put(
        "__data_origin", String.join(",", "image", project.region(), source.path("id").asText()));
    describe(image, body);
    resources.images().put(OwnImages.path(project, image), image);
    return image;
  }

  /** What the job that fills an image with data does to it. */
  JobWork filling(Project project, ObjectNode image) {
    String path = OwnImages.path(project, image);
    return new JobWork() {
      @Override
      public void run(ObjectNode entities) {
        resources.images().change(path, changed -> changed.put("status", "saving"));
      }

      @Override
      public void succeed(ObjectNode entities) {
        resources
            .images()
            .change(
                path,
                changed ->
                    changed
                        .put("status", "active")
                        .put("updated_at", time.ofImage())
                        .put("active_at", time.ofImage())
                        .put("__isregistered", "true")
                        .put("__image_size", BYTES));
      }

      @Override
      public void fail(ObjectNode entities) {
        resources
            .images()
            .change(
                path, changed -> changed.put("status", "killed").put("updated_at", time.ofImage()));
      }
    };
  }

  private ObjectNode blank(Project project, String name) {
    String id = ids.image();
    ObjectNode image = JsonNodeFactory.instance.objectNode();
    image.put("id", id).put("name", name).put("owner", project.id()).put("status", "queued");
    image.put("visibility", "private").put("protected", false);
    image.putNull("size").putNull("virtual_size").putNull("max_ram").putNull("checksum");
    image.put("container_format", "bare").put("disk_format", dialect.diskFormat());
    image.putArray("tags");
    image.put("created_at", time.ofImage()).put("updated_at", time.ofImage());
    image.put("file", "/v2/images/" + id + "/file").put("self", "/v2/images/" + id);
    image.put("schema", "/v2/schemas/image").put("enterprise_project_id", "0");
    image.put("__isregistered", "false").put("__imagetype", "private");
    image.put("__image_source_type", "uds").put("__os_bit", "64");
    return image.put("__support_kvm", "true").put("__support_xen", "false");
  }

  /** Writes what most calls may say of an image. */
  private static void describe(ObjectNode image, JsonNode body) {
    if (body.has("description")) {
      image.put("__description", body.path("description").asText());
    }
    if (body.has("enterprise_project_id")) {
      image.put("enterprise_project_id", body.path("enterprise_project_id").asText());
    }
    if (body.has("cmk_id")) {
      image.put("__system__cmkid", body.path("cmk_id").asText());
    }
    ArrayNode tags = image.putArray("tags");
    body.path("tags").forEach(tags::add);
    body.path("image_tags")
        .forEach(tag -> tags.add(tag.path("key").asText() + "=" + tag.path("value").asText()));
  }

  private static String environment(String type) {
    return switch (type) {
      case "BMS", "Ironic" -> "Ironic";
      case "DataImage", "IsoImage" -> type;
      default -> "FusionCompute";
    };
  }

  private static String osType(String osVersion) {
    return osVersion.startsWith("Windows")
        ? "Windows"
        : osVersion.startsWith("Other") ? "Other" : "Linux";
  }

  private String platform(String osVersion) {
    return dialect.platforms().stream().filter(osVersion::startsWith).findFirst().orElse("Other");
  }
}
