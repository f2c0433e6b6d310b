package dev.imago.emulator.google.vmmigration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.google.Call;
import dev.imago.emulator.google.GoogleFailure;
import dev.imago.emulator.google.Method;
import dev.imago.emulator.google.ParameterType;
import dev.imago.emulator.google.project.Kind;
import dev.imago.emulator.google.project.Project;
import dev.imago.emulator.list.StoredTable;
import java.util.Map;
import java.util.regex.Pattern;

/** Makes image imports; with each begins its job, which is what imports the image. */
final class ImportCreation {
  private static final Pattern ID = Pattern.compile("[a-z](?:[-a-z0-9]{0,61}[a-z0-9])?");
  private static final Pattern URI = Pattern.compile("gs://[^/]+/.+");

  private final MigrationContext context;
  private final Operations operations;
  private final JobRun jobs;

  ImportCreation(MigrationContext context, Operations operations, JobRun jobs) {
    this.context = context;
    this.operations = operations;
    this.jobs = jobs;
  }

  Method method() {
    return new Method(
        "vmmigration.imageImports.create",
        "POST",
        MigrationCollection.IMAGE_IMPORTS.path(),
        Map.of("imageImportId", ParameterType.TEXT, "requestId", ParameterType.TEXT),
        "ImageImport",
        "Operation",
        this::create);
  }

  private ObjectNode create(Call call) {
    Project project = context.access().project(call);
    context.access().checkParents(call, project, MigrationCollection.IMAGE_IMPORTS);
    return operations.once(call, project, () -> begin(call, project));
  }

  private ObjectNode begin(Call call, Project project) {
    ObjectNode body = context.input().of(call.body(), "ImageImport");
    String path = context.ownPath(call, project) + "/" + id(call);
    check(project, body);
    // A deletion that is over has made the name free again.
    context.timeline().beforeRead(path::equals);
    ObjectNode made = JsonNodeFactory.instance.objectNode();
    made.put("name", path);
    made.put("createTime", context.now());
    made.setAll(body);
    StoredTable imports = project.stored(Kind.IMAGE_IMPORTS);
    if (!imports.putIfAbsent(path, made)) {
      throw MigrationAccess.alreadyExists(path);
    }
    String location = call.variable("location");
    return operations.start(
        project,
        new Operations.Work(
            location,
            "create",
            path,
            () -> {
              jobs.begin(project, location, made);
              return Operations.response("ImageImport").setAll(made);
            },
            () -> imports.remove(path)));
  }

  private static String id(Call call) {
    String id =
        call.text("imageImportId")
            .orElseThrow(
                () -> GoogleFailure.badParameter("imageImportId", "imageImportId is required."));
    if (!ID.matcher(id).matches()) {
      throw GoogleFailure.badParameter(
          "imageImportId", "Invalid imageImportId '" + id + "': must match " + ID + ".");
    }
    return id;
  }

  private void check(Project project, ObjectNode body) {
    String uri = body.path("cloudStorageUri").asText();
    if (!URI.matcher(uri).matches()) {
      throw GoogleFailure.badField(
          "cloudStorageUri", "Invalid cloudStorageUri '" + uri + "': must be gs://BUCKET/OBJECT.");
    }
    JsonNode disk = body.path("diskImageTargetDefaults");
    JsonNode machine = body.path("machineImageTargetDefaults");
    if (disk.isObject() && machine.isObject()) {
      throw GoogleFailure.badField(
          "machineImageTargetDefaults",
          "Invalid value (oneof), oneof field 'target_defaults' is already set. Cannot set"
              + " 'machineImageTargetDefaults'");
    }
    if (machine.isObject()) {
      checkTarget(project, machine, "machineImageTargetDefaults", "machineImageName");
    } else if (disk.isObject()) {
      checkTarget(project, disk, "diskImageTargetDefaults", "imageName");
    } else {
      throw GoogleFailure.badField(
          "diskImageTargetDefaults",
          "One of diskImageTargetDefaults and machineImageTargetDefaults is required.");
    }
  }

  private void checkTarget(Project project, JsonNode target, String field, String nameField) {
    String name = target.path(nameField).asText();
    if (!ID.matcher(name).matches()) {
      throw GoogleFailure.badField(
          field + "." + nameField,
          "Invalid " + nameField + " '" + name + "': must match " + ID + ".");
    }
    String targetProject = target.path("targetProject").asText();
    if (targetProject.isEmpty()) {
      throw GoogleFailure.badField(field + ".targetProject", "targetProject is required.");
    }
    context.access().find(project, Kind.TARGET_PROJECTS, targetProject);
  }
}
