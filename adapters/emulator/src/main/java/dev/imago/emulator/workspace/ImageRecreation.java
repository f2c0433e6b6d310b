package dev.imago.emulator.workspace;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.body.Check;
import dev.imago.emulator.body.Field;
import dev.imago.emulator.body.Shape;
import dev.imago.emulator.http.Response;
import dev.imago.emulator.method.Call;
import dev.imago.emulator.method.Method;
import dev.imago.emulator.openstack.Gate;
import dev.imago.emulator.openstack.Project;
import dev.imago.emulator.state.IdGenerator;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Makes an image of an image server anew, by a job with one sub-job: both wait, run and end well. A
 * server of a foreign image cannot be prepared, so its job fails.
 */
final class ImageRecreation {
  private static final Duration WAITING = Duration.ofSeconds(5);
  private static final Duration BUILDING = Duration.ofMinutes(20);
  private static final List<String> READY = List.of("ACTIVE", "BUILT", "ERROR");
  private static final Shape BODY =
      Shape.of(
          Field.required("name", Check.text(1, 128)),
          Field.optional("description", Check.text(0, 1024)),
          Field.optional("enterprise_project_id", Check.text(0, 64)),
          Field.optional("execute_sysprep", Check.flag()));

  private final Gate gate;
  private final WorkspaceResources resources;
  private final Clock clock;
  private final IdGenerator ids;

  /** The paths of what changes together. */
  private record Build(String job, String subJob, String server, String imageId) {}

  ImageRecreation(Gate gate, WorkspaceResources resources, Clock clock, IdGenerator ids) {
    this.gate = gate;
    this.resources = resources;
    this.clock = clock;
    this.ids = ids;
  }

  List<Method> methods() {
    return List.of(
        new Method(
            "POST",
            "{region}/v1/{project_id}/image-servers/{server_id}/actions/recreate-image",
            List.of(),
            this::recreate));
  }

  private Response recreate(Call call) {
    ObjectNode body = BODY.read(call.request());
    Project project = gate.project(call);
    String serverId = call.variable("server_id");
    String collection = project.region() + "/" + project.id() + "/";
    resources.beforeWrite();
    ObjectNode server =
        resources
            .servers()
            .find(collection + serverId)
            .orElseThrow(() -> WorkspaceErrors.notFound("image server", serverId));
    String status = server.path("status").asText();
    if (!READY.contains(status)) {
      throw WorkspaceErrors.notPossible("Image server " + serverId + " is " + status + ".");
    }
    String jobId = Long.toString(ids.next());
    String subJobId = Long.toString(ids.next());
    Build build =
        new Build(collection + jobId, collection + subJobId, collection + serverId, imageId());
    resources.jobs().put(build.job(), job(jobId));
    resources.subJobs().put(build.subJob(), subJob(subJobId, jobId, project, build, body));
    setServer(build, "BUILDING");
    boolean foreign = server.at("/image_ref/image_type").asText().equals("other");
    plan(
        build,
        WAITING,
        () -> {
          setStatus(build, "RUNNING");
          plan(build, BUILDING, () -> end(build, foreign));
        });
    return Response.json(200, JsonNodeFactory.instance.objectNode().put("job_id", jobId));
  }

  private void plan(Build build, Duration delay, Runnable change) {
    resources.plan(Set.of(build.job(), build.subJob(), build.server()), delay, change);
  }

  private void end(Build build, boolean foreign) {
    setStatus(build, foreign ? "FAILED" : "SUCCESS");
    String now = clock.instant().toString();
    resources.jobs().change(build.job(), job -> job.put("end_time", now));
    resources
        .subJobs()
        .change(
            build.subJob(),
            subJob -> {
              subJob.put("end_time", now);
              if (foreign) {
                subJob
                    .putObject("job_execute_info")
                    .put("error_code", "WKS.00211401")
                    .put("error_message", "Sysprep ended with code 0x80073cf2.");
              }
            });
    setServer(build, foreign ? "ERROR" : "BUILT");
    if (!foreign) {
      resources.servers().change(build.server(), server -> server.put("image_id", build.imageId()));
    }
  }

  private void setStatus(Build build, String status) {
    resources.jobs().change(build.job(), job -> job.put("status", status));
    resources.subJobs().change(build.subJob(), subJob -> subJob.put("status", status));
  }

  private void setServer(Build build, String status) {
    resources
        .servers()
        .change(
            build.server(),
            server -> server.put("status", status).put("update_time", clock.instant().toString()));
  }

  private ObjectNode job(String id) {
    ObjectNode job = begun(id);
    return job.put("status", "WAITING").put("sub_jobs_total", 1);
  }

  private ObjectNode subJob(
      String id, String jobId, Project project, Build build, ObjectNode body) {
    ObjectNode subJob = begun(id);
    subJob
        .putObject("job_resource_info")
        .put("resource_id", build.imageId())
        .put("resource_name", body.path("name").asText());
    subJob.put("status", "WAITING");
    subJob.putObject("job_execute_info").put("error_code", "").put("error_message", "");
    return subJob.put("project_id", project.id()).put("job_id", jobId);
  }

  private ObjectNode begun(String id) {
    ObjectNode begun = JsonNodeFactory.instance.objectNode();
    begun.put("id", id).put("job_type", "CREATE_SERVER_IMAGE");
    return begun.put("begin_time", clock.instant().toString()).putNull("end_time");
  }

  /** The same in each run, and unlike any other. */
  private String imageId() {
    byte[] number = Long.toString(ids.next()).getBytes(StandardCharsets.US_ASCII);
    return UUID.nameUUIDFromBytes(number).toString();
  }
}
