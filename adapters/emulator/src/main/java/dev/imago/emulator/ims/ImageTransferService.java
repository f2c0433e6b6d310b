package dev.imago.emulator.ims;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.http.Response;
import dev.imago.emulator.method.Call;
import dev.imago.emulator.method.IllegalParameter;
import dev.imago.emulator.method.Method;
import dev.imago.emulator.openstack.Project;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Copies images, writes them to files and reads files into images that have no data yet. */
final class ImageTransferService {
  private static final String IMAGE = "{region}/v1/cloudimages/{image_id}";

  private final OwnImages own;
  private final NewImages images;
  private final Jobs jobs;

  ImageTransferService(OwnImages own, NewImages images, Jobs jobs) {
    this.own = own;
    this.images = images;
    this.jobs = jobs;
  }

  List<Method> methods() {
    return List.of(
        new Method("POST", IMAGE + "/copy", List.of(), this::copy),
        new Method("POST", IMAGE + "/file", List.of(), this::export),
        new Method("PUT", IMAGE + "/upload", List.of(), this::register));
  }

  private Response copy(Call call) {
    ObjectNode body = ImageBodies.COPY.read(call.request());
    ObjectNode source = own.get(call, "active");
    Project project = own.project(call);
    ObjectNode copy = images.copy(project, source, body);
    ObjectNode entities = JsonNodeFactory.instance.objectNode();
    entities.set("image_name", copy.path("name"));
    entities.set("image_id", copy.path("id"));
    return jobs.start(
        project,
        new JobPlan(
            "imsCopyImageInRegionJob",
            "CopyImageTask",
            entities,
            Set.of(OwnImages.path(project, copy)),
            Optional.empty(),
            images.filling(project, copy)));
  }

  /** A quick export has its own format; any other names one. */
  private Response export(Call call) {
    ObjectNode body = ImageBodies.EXPORT.read(call.request());
    boolean quick = body.path("is_quick_export").asBoolean();
    if (quick == body.has("file_format")) {
      throw new IllegalParameter(
          "file_format", quick ? "must not stand beside is_quick_export" : "is required");
    }
    ObjectNode image = own.get(call, "active");
    return jobs.start(
        own.project(call),
        new JobPlan(
            "imsNativeExportImageJob",
            "ExportImageTask",
            named(image),
            Set.of(),
            Optional.empty(),
            JobWork.NOTHING));
  }

  private Response register(Call call) {
    ObjectNode body = ImageBodies.REGISTER.read(call.request());
    ObjectNode image = own.get(call, "queued");
    Project project = own.project(call);
    return jobs.start(
        project,
        new JobPlan(
            "imsNativeImportImageJob",
            "UploadImageTask",
            named(image),
            Set.of(OwnImages.path(project, image)),
            ImageCreationService.failure(body.path("image_url").asText()),
            images.filling(project, image)));
  }

  private static ObjectNode named(ObjectNode image) {
    ObjectNode entities = JsonNodeFactory.instance.objectNode();
    entities.set("image_id", image.path("id"));
    return entities;
  }
}
