package dev.imago.emulator.ims;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.method.Call;
import dev.imago.emulator.method.Method;
import dev.imago.emulator.openstack.Gate;
import dev.imago.emulator.openstack.Project;
import java.util.ArrayList;
import java.util.List;

/** Asynchronous jobs by their ids; there is no list of them. */
final class JobService {
  /** What the shorter answer has of a job's entities, besides the id of its sub-job. */
  private static final List<String> PROGRESS =
      List.of(
          "image_id",
          "current_task",
          "image_name",
          "process_percent",
          "sub_jobs_result",
          "sub_jobs_list");

  private final Gate gate;
  private final ImsResources resources;
  private final ImsDialect dialect;

  JobService(Gate gate, ImsResources resources, ImsDialect dialect) {
    this.gate = gate;
    this.resources = resources;
    this.dialect = dialect;
  }

  List<Method> methods() {
    List<Method> methods = new ArrayList<>();
    methods.add(Method.get("{region}/v1/{project_id}/jobs/{job_id}", List.of(), this::get));
    if (dialect.hasJobProgress()) {
      methods.add(Method.get("{region}/v1/cloudimages/job/{job_id}", List.of(), this::progress));
    }
    return methods;
  }

  private ObjectNode get(Call call) {
    Project project = gate.project(call);
    String path = String.join("/", project.region(), project.id(), call.variable("job_id"));
    resources.beforeRead(path);
    return resources.jobs().find(path).orElseThrow(ImsErrors::noSuchJob);
  }

  private ObjectNode progress(Call call) {
    ObjectNode job = get(call).deepCopy();
    JsonNode entities = job.path("entities");
    ObjectNode shorter = job.putObject("entities");
    for (String field : PROGRESS) {
      if (entities.has(field)) {
        shorter.set(field, entities.path(field));
      }
    }
    JsonNode subJob = entities.path("sub_jobs_list").path(0);
    if (subJob.isTextual()) {
      shorter.set("subJobId", subJob);
    }
    return job;
  }
}
