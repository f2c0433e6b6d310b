package dev.imago.emulator.google.compute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.google.FailureKind;
import dev.imago.emulator.google.GoogleFailure;
import dev.imago.emulator.google.project.Kind;
import dev.imago.emulator.google.project.Project;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what a new image is to be made from, and refuses what no image can be made from. */
final class ImageSources {
  private static final String RAW_DISK = "rawDisk";
  private static final Pattern FILE =
      Pattern.compile(
          "https?://storage\\.googleapis\\.com/[^/]+/.+"
              + "|projects/[^/]+/locations/[^/]+/repositories/[^/]+/packages/[^/]+/versions/[^/]+");
  private static final Set<String> WITHDRAWN = Set.of("OBSOLETE", "DELETED");

  private final ComputeContext context;

  ImageSources(ComputeContext context) {
    this.context = context;
  }

  /**
   * The source of a new image.
   *
   * @param project where the image is to be, and a source whose URL names no project lies
   * @param force whether a disk that is in use will do
   * @throws GoogleFailure when the image names none or several, or one that will not do
   */
  ImageSource find(ObjectNode image, Project project, boolean force) {
    String file = image.path(RAW_DISK).path("source").asText();
    List<SourceField> named =
        SourceField.ALL.stream()
            .filter(source -> !image.path(source.name()).asText().isEmpty())
            .toList();
    if (named.size() + (file.isEmpty() ? 0 : 1) != 1) {
      throw GoogleFailure.invalidField(
          "resource",
          "",
          "Exactly one of rawDisk.source, sourceDisk, sourceImage and sourceSnapshot must be"
              + " given.");
    }
    if (!file.isEmpty()) {
      if (!FILE.matcher(file).matches()) {
        throw malformed("rawDisk.source", file);
      }
      return new ImageSource(RAW_DISK, "", Optional.empty());
    }
    return resource(named.get(0), image, project, force);
  }

  /** What the API warns of when an image is made from this source. */
  ArrayNode warnings(ImageSource source) {
    ArrayNode warnings = JsonNodeFactory.instance.arrayNode();
    JsonNode deprecated = source.get("deprecated").orElseGet(JsonNodeFactory.instance::objectNode);
    if (deprecated.path("state").asText().equals("DEPRECATED")) {
      ObjectNode warning = warnings.addObject();
      warning.put("code", "DEPRECATED_RESOURCE_USED");
      warning.put("message", "The resource '" + source.path() + "' is deprecated.");
      ArrayNode data = warning.putArray("data");
      data.addObject().put("key", "resource_name").put("value", context.link(source.path()));
      if (deprecated.has("replacement")) {
        data.addObject()
            .put("key", "replacement_resource")
            .put("value", deprecated.path("replacement").asText());
      }
    }
    return warnings;
  }

  private ImageSource resource(
      SourceField source, ObjectNode image, Project project, boolean force) {
    String field = source.name();
    String url = image.path(field).asText();
    Matcher parts = source.url().matcher(url);
    if (!parts.matches()) {
      throw malformed(field, url);
    }
    String owner = parts.group(1) == null ? project.id() : parts.group(1);
    String path = "projects/" + owner + "/" + parts.group(2);
    ComputeCollection collection = source.collection();
    context.timeline().beforeRead(path::equals);
    ObjectNode resource =
        context
            .access()
            .use(path, collection.kind(), "compute." + collection.segment() + ".useReadOnly");
    if (!resource.path("status").asText().equals("READY")) {
      throw ComputeAccess.notReady(path);
    }
    if (WITHDRAWN.contains(resource.path("deprecated").path("state").asText())) {
      throw GoogleFailure.invalidField(
          "resource." + field, url, "The resource is obsolete or deleted and cannot be used.");
    }
    if (resource.path("locked").asBoolean()) {
      throw GoogleFailure.invalidField(
          "resource." + field, url, "No image can be made from a locked resource.");
    }
    if (!force) {
      checkUnused(path, resource);
    }
    return new ImageSource(field, path, Optional.of(resource));
  }

  /** The image of a disk that a running instance writes to would not be sound. */
  private void checkUnused(String path, ObjectNode disk) {
    for (JsonNode user : disk.path("users")) {
      String url = user.asText();
      String instance = url.substring(url.indexOf("projects/"));
      JsonNode found =
          context.access().use(instance, Kind.INSTANCES, "compute.instances.useReadOnly");
      if (found.path("status").asText().equals("RUNNING")) {
        throw GoogleFailure.of(
            FailureKind.IN_USE,
            "The disk resource '" + path + "' is already being used by '" + instance + "'");
      }
    }
  }

  private static GoogleFailure malformed(String field, String url) {
    return GoogleFailure.invalidField("resource." + field, url, "The URL is malformed.");
  }
}
