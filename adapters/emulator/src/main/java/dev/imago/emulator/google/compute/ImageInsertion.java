package dev.imago.emulator.google.compute;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.google.Call;
import dev.imago.emulator.google.FailureKind;
import dev.imago.emulator.google.GoogleFailure;
import dev.imago.emulator.google.Labels;
import dev.imago.emulator.google.Method;
import dev.imago.emulator.google.ParameterType;
import dev.imago.emulator.google.project.Kind;
import dev.imago.emulator.google.project.Project;
import dev.imago.emulator.list.StoredTable;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Makes images. An image is PENDING until its operation is done, then READY, or FAILED when the
 * operation failed.
 */
final class ImageInsertion {
  static final Pattern NAME = Pattern.compile("[a-z](?:[-a-z0-9]{0,61}[a-z0-9])?");
  private static final Pattern CHECKSUM = Pattern.compile("[a-f0-9]{40}");

  /** What an image has from its source unless it says otherwise. */
  private static final List<String> INHERITED =
      List.of("architecture", "guestOsFeatures", "licenseCodes", "licenses");

  private final ComputeContext context;
  private final ComputeOperations operations;
  private final ImageSources sources;

  ImageInsertion(ComputeContext context, ComputeOperations operations) {
    this.context = context;
    this.operations = operations;
    this.sources = new ImageSources(context);
  }

  Method method() {
    return new Method(
        "compute.images.create",
        "POST",
        "projects/{project}/global/images",
        Map.of("requestId", ParameterType.TEXT, "forceCreate", ParameterType.FLAG),
        "Image",
        "Operation",
        this::insert);
  }

  private ObjectNode insert(Call call) {
    Project project = context.access().project(call, Kind.IMAGES);
    StoredTable images = context.access().writable(call, project, Kind.IMAGES);
    return operations.once(call, project, () -> begin(call, project, images));
  }

  private ObjectNode begin(Call call, Project project, StoredTable images) {
    ObjectNode body = context.input().of(call.body(), "Image");
    check(body);
    String path = project.path() + "/global/images/" + body.path("name").asText();
    // A deletion that is over has made the name free again.
    context.timeline().beforeRead(path::equals);
    ImageSource source = sources.find(body, project, call.flag("forceCreate"));
    ObjectNode image = image(body, source, path);
    if (!images.putIfAbsent(path, image)) {
      throw GoogleFailure.of(
          FailureKind.ALREADY_EXISTS, "The resource '" + path + "' already exists");
    }
    return operations.start(
        call,
        project,
        new ComputeOperations.Work(
            "insert",
            path,
            image.path("id").asText(),
            sources.warnings(source),
            context.state().outcomes().next(path),
            () -> images.change(path, made -> complete(made, source)),
            () -> images.change(path, made -> made.put("status", "FAILED"))));
  }

  private static void check(ObjectNode body) {
    String name = body.path("name").asText();
    if (name.isEmpty()) {
      throw GoogleFailure.missingField("resource.name");
    }
    checkSpelling("resource.name", name, NAME);
    if (body.has("family")) {
      checkSpelling("resource.family", body.path("family").asText(), NAME);
    }
    if (body.path("rawDisk").has("sha1Checksum")) {
      checkSpelling(
          "resource.rawDisk.sha1Checksum",
          body.path("rawDisk").path("sha1Checksum").asText(),
          CHECKSUM);
    }
    Labels.check(body.path("labels"));
  }

  static void checkSpelling(String field, String value, Pattern pattern) {
    if (!pattern.matcher(value).matches()) {
      throw GoogleFailure.invalidField(
          field, value, "Must be a match of regex '" + pattern.pattern() + "'");
    }
  }

  /** The image as it is while it is made: the whole body, and what the API adds to it. */
  private ObjectNode image(ObjectNode body, ImageSource source, String path) {
    ObjectNode image = JsonNodeFactory.instance.objectNode();
    image.put("kind", "compute#image");
    image.put("id", Long.toString(context.state().ids().next()));
    image.put("creationTimestamp", context.now());
    image.setAll(body);
    image.remove("params");
    EncryptionKeys.conceal(image);
    if (!source.path().isEmpty()) {
      image.put(source.field(), context.link(source.path()));
      source.get("id").ifPresent(id -> image.set(source.field() + "Id", id));
    }
    for (String field : INHERITED) {
      source.get(field).ifPresent(value -> image.putIfAbsent(field, value));
    }
    if (!image.has("diskSizeGb")) {
      image.put("diskSizeGb", source.diskSizeGb());
    }
    if (!image.has("storageLocations")) {
      image.putArray("storageLocations").add("us");
    }
    image.put("sourceType", "RAW");
    image.put("status", "PENDING");
    image.put("labelFingerprint", Labels.fingerprint(image.path("labels")));
    image.put("selfLink", context.link(path));
    return image;
  }

  private static void complete(ObjectNode image, ImageSource source) {
    image.put("status", "READY");
    if (!image.has("archiveSizeBytes")) {
      image.put("archiveSizeBytes", source.archiveSizeBytes());
    }
  }
}
