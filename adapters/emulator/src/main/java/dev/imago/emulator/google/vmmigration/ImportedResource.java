package dev.imago.emulator.google.vmmigration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.google.Labels;
import dev.imago.emulator.google.project.Kind;
import dev.imago.emulator.google.project.Project;
import java.util.Optional;

/** Makes in Compute what import jobs are for: an image, or a machine image. */
final class ImportedResource {
  private static final String LINKS = "https://www.googleapis.com/compute/beta/";
  private static final String DISK_SIZE_GB = "10";
  private static final String STORED_BYTES = "1073741824";

  private final MigrationContext context;

  ImportedResource(MigrationContext context) {
    this.context = context;
  }

  /**
   * Makes what a job is for.
   *
   * @param location where the job runs
   * @return its path, or empty when the target project has another of this name, or is gone
   */
  Optional<String> make(ObjectNode job, String location) {
    JsonNode disk = job.path("diskImageTargetDetails");
    return disk.isObject()
        ? store(Kind.IMAGES, "images", disk, image(disk, location))
        : machineImage(job.path("machineImageTargetDetails"), location);
  }

  private Optional<String> machineImage(JsonNode target, String location) {
    ObjectNode made = resource("machineImage", target, target.path("machineImageName").asText());
    made.put("totalStorageBytes", STORED_BYTES);
    made.putArray("storageLocations").add(storage(target, location));
    encrypt(made, "machineImageEncryptionKey", target);
    return store(Kind.MACHINE_IMAGES, "machineImages", target, made);
  }

  private ObjectNode image(JsonNode target, String location) {
    ObjectNode made = resource("image", target, target.path("imageName").asText());
    if (target.has("familyName")) {
      made.set("family", target.path("familyName"));
    }
    if (target.has("additionalLicenses")) {
      made.set("licenses", target.path("additionalLicenses"));
    }
    made.putObject("rawDisk").put("source", "").put("containerType", "TAR");
    made.put("sourceType", "RAW");
    made.put("diskSizeGb", DISK_SIZE_GB);
    made.put("archiveSizeBytes", STORED_BYTES);
    target
        .at("/dataDiskImageImport/guestOsFeatures")
        .forEach(feature -> made.withArray("/guestOsFeatures").addObject().set("type", feature));
    made.putArray("storageLocations").add(storage(target, location));
    encrypt(made, "imageEncryptionKey", target);
    return made;
  }

  private ObjectNode resource(String kind, JsonNode target, String name) {
    ObjectNode made = JsonNodeFactory.instance.objectNode();
    made.put("kind", "compute#" + kind);
    made.put("id", Long.toString(context.state().ids().next()));
    made.put("creationTimestamp", context.now());
    made.put("name", name);
    for (String field : new String[] {"description", "labels"}) {
      if (target.has(field)) {
        made.set(field, target.path(field));
      }
    }
    made.put("labelFingerprint", Labels.fingerprint(target.path("labels")));
    made.put("status", "READY");
    return made;
  }

  private Optional<String> store(
      Kind kind, String collection, JsonNode target, ObjectNode resource) {
    Optional<Project> project = project(target);
    if (project.isEmpty()) {
      return Optional.empty();
    }
    String name = resource.path("name").asText();
    String path = project.get().path() + "/global/" + collection + "/" + name;
    resource.put("selfLink", LINKS + path);
    boolean made = project.get().stored(kind).putIfAbsent(path, resource);
    return made ? Optional.of(path) : Optional.empty();
  }

  /** The project that the target project, {@code projects/p/.../targetProjects/t}, stands for. */
  private Optional<Project> project(JsonNode target) {
    String path = target.path("targetProject").asText();
    return context
        .state()
        .projects()
        .find(path.split("/", -1)[1])
        .flatMap(owner -> owner.table(Kind.TARGET_PROJECTS).find(path))
        .map(found -> found.path("project").asText().substring("projects/".length()))
        .flatMap(context.state().projects()::find);
  }

  private static void encrypt(ObjectNode made, String field, JsonNode target) {
    if (target.has("encryption")) {
      made.putObject(field).put("kmsKeyName", target.at("/encryption/kmsKey").asText());
    }
  }

  /** The region of the job, or the multi-region around it. */
  private static String storage(JsonNode target, String location) {
    if (target.path("singleRegionStorage").asBoolean()) {
      return location;
    }
    String continent = location.substring(0, location.indexOf('-'));
    return continent.equals("europe") ? "eu" : continent;
  }
}
