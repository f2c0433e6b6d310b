package dev.imago.emulator.ims;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.body.Shape;
import dev.imago.emulator.http.Request;
import dev.imago.emulator.http.Response;
import dev.imago.emulator.method.Call;
import dev.imago.emulator.method.Method;
import dev.imago.emulator.openstack.Project;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes images from servers, backups, volumes and files, each by a job. */
final class ImageCreationService {
  private static final List<String> SOURCES = List.of("instance_id", "image_url", "volume_id");
  private static final List<String> WHOLE_SOURCES = List.of("instance_id", "backup_id");
  private static final List<String> FORMATS =
      List.of(
          ".vhd", ".zvhd", ".zvhd2", ".raw", ".qcow2", ".qed", ".vmdk", ".vhdx", ".vdi", ".img",
          ".iso");

  private final OwnImages own;
  private final NewImages images;
  private final Jobs jobs;
  private final VolumeImages volumes;
  private final ImsDialect dialect;

  ImageCreationService(
      OwnImages own, NewImages images, Jobs jobs, VolumeImages volumes, ImsDialect dialect) {
    this.own = own;
    this.images = images;
    this.jobs = jobs;
    this.volumes = volumes;
    this.dialect = dialect;
  }

  List<Method> methods() {
    return List.of(
        new Method("POST", "{region}/v2/cloudimages/action", List.of(), this::create),
        new Method(
            "POST", "{region}/v2/cloudimages/quickimport/action", List.of(), this::quickImport),
        new Method("POST", "{region}/v1/cloudimages/dataimages/action", List.of(), this::dataFile),
        new Method("POST", "{region}/v1/cloudimages/wholeimages/action", List.of(), this::whole));
  }

  private Response create(Call call) {
    Request request = call.request();
    Project project = own.project(call);
    JsonNode given = Shape.json(request);
    List<String> sources = SOURCES.stream().filter(given::hasNonNull).toList();
    if (given.path("data_images").isArray() && !sources.contains("image_url")) {
      return volumes.create(project, ImageBodies.FROM_VOLUMES.read(request));
    }
    if (given.isObject() && sources.size() != 1) {
      throw ImsErrors.noSource(String.join(", ", SOURCES) + ", data_images");
    }
    return switch (sources.isEmpty() ? "" : sources.get(0)) {
      case "image_url" ->
          fromFile(project, ImageBodies.fromFile(dialect).read(request), "imsImportImageJob");
      case "volume_id" ->
          from(
              project,
              ImageBodies.FROM_VOLUME.read(request),
              "volume,",
              "volume_id",
              "imsVolumeCreateImageJob");
      default ->
          from(
              project,
              ImageBodies.FROM_INSTANCE.read(request),
              "instance,",
              "instance_id",
              "imsCreateImageByInstance");
    };
  }

  private Response quickImport(Call call) {
    Project project = own.project(call);
    return fromFile(
        project, ImageBodies.quickImport(dialect).read(call.request()), "imsImportImageJob");
  }

  private Response dataFile(Call call) {
    Project project = own.project(call);
    ObjectNode body = ImageBodies.DATA_FILE.read(call.request());
    return fromFile(project, body.put("type", "DataImage"), "imsImportDataImageJob");
  }

  private Response whole(Call call) {
    Project project = own.project(call);
    ObjectNode body = ImageBodies.WHOLE.read(call.request());
    List<String> sources = WHOLE_SOURCES.stream().filter(body::has).toList();
    if (sources.size() != 1) {
      throw ImsErrors.noSource(String.join(", ", WHOLE_SOURCES));
    }
    boolean byBackup = sources.contains("backup_id");
    String type = byBackup ? "imsCreateWholeImageByBackupJob" : "imsCreateWholeImageByInstanceJob";
    String origin =
        (byBackup ? "server_backup," : "instance,") + body.path(sources.get(0)).asText();
    ObjectNode image = images.makeWhole(project, body, origin);
    return start(project, image, type, Optional.empty());
  }

  private Response from(
      Project project, ObjectNode body, String kind, String sourceField, String jobType) {
    String origin = kind + body.path(sourceField).asText();
    return start(project, images.make(project, body, origin), jobType, Optional.empty());
  }

  private Response fromFile(Project project, ObjectNode body, String jobType) {
    String file = body.path("image_url").asText();
    ObjectNode image = images.make(project, body, "file," + file);
    return start(project, image, jobType, failure(file));
  }

  /** Whether a file can be read is told by its name. */
  static Optional<JobFailure> failure(String file) {
    String name = file.toLowerCase(Locale.ROOT);
    return FORMATS.stream().anyMatch(name::endsWith)
        ? Optional.empty()
        : Optional.of(JobFailure.UNREADABLE_FILE);
  }

  private Response start(
      Project project, ObjectNode image, String jobType, Optional<JobFailure> failure) {
    ObjectNode entities = JsonNodeFactory.instance.objectNode();
    entities.set("image_name", image.path("name"));
    entities.set("image_id", image.path("id"));
    return jobs.start(
        project,
        new JobPlan(
            jobType,
            "CreateImageTask",
            entities,
            Set.of(OwnImages.path(project, image)),
            failure,
            images.filling(project, image)));
  }
}
