package dev.imago.emulator.workspace;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.list.Filter;
import dev.imago.emulator.list.Position;
import dev.imago.emulator.list.Rows;
import dev.imago.emulator.list.Slice;
import dev.imago.emulator.method.Call;
import dev.imago.emulator.method.Method;
import dev.imago.emulator.method.Parameter;
import dev.imago.emulator.openstack.Gate;
import dev.imago.emulator.openstack.Project;
import java.util.List;
import java.util.Optional;

/** Jobs on image servers: lists of them without their sub-jobs, one with them, and sub-jobs. */
final class ImageJobService {
  private static final String JOBS = "{region}/v1/{project_id}/image-server-jobs";
  private static final String SUB_JOBS = "{region}/v1/{project_id}/image-server-sub-jobs";
  private static final int LONGEST_ID = 64;

  private static final String TYPE =
      "CREATE_SERVER|CREATE_SERVER_IMAGE|DELETE_SERVER|BUILD_IMAGE|GENERATE_IMAGE"
          + "|DELETE_IMAGE_BUILD_SERVER|DELETE_IMAGE";

  private static final Parameter JOB_TYPE = Parameter.matching("job_type", TYPE).mandatory();

  private static final Parameter JOB_TYPES =
      Parameter.matching("job_type", "(" + TYPE + ")(,(" + TYPE + "))*");

  private static final Parameter STATUS =
      Parameter.oneOf("status", "WAITING", "RUNNING", "SUCCESS", "FAILED");

  private static final Parameter SUB_JOB_STATUS =
      Parameter.oneOf(
          "status", "WAITING", "RUNNING", "SUCCESS", "FAILED", "ABNORMAL", "ROLLBACK", "ABORTING");

  private static final ByTime NEWEST_FIRST = new ByTime("begin_time", true);
  private static final ByTime OLDEST_FIRST = new ByTime("begin_time", false);

  private final Gate gate;
  private final WorkspaceResources resources;

  ImageJobService(Gate gate, WorkspaceResources resources) {
    this.gate = gate;
    this.resources = resources;
  }

  List<Method> methods() {
    return List.of(
        Method.get(JOBS, WorkspaceLists.parameters(JOB_TYPE, STATUS), this::list),
        Method.get(JOBS + "/{job_id}", List.of(), this::get),
        Method.get(
            SUB_JOBS,
            WorkspaceLists.parameters(
                JOB_TYPE, SUB_JOB_STATUS, Parameter.text("job_id", LONGEST_ID)),
            this::listSubJobs),
        Method.get(
            SUB_JOBS + "/actions/count",
            List.of(JOB_TYPES, SUB_JOB_STATUS, Parameter.text("job_id", LONGEST_ID)),
            this::countSubJobs));
  }

  private ObjectNode list(Call call) {
    String collection = collection(gate.project(call));
    resources.beforeList(resources.jobs(), collection);
    return WorkspaceLists.answer(
        call,
        resources.jobs().in(collection),
        WorkspaceLists.equal(call, "job_type", "status"),
        NEWEST_FIRST);
  }

  private ObjectNode get(Call call) {
    String collection = collection(gate.project(call));
    String id = call.variable("job_id");
    resources.beforeRead(collection + "/" + id);
    ObjectNode job =
        resources
            .jobs()
            .find(collection + "/" + id)
            .orElseThrow(() -> WorkspaceErrors.notFound("job", id))
            .deepCopy();
    ArrayNode subJobs = job.putArray("sub_jobs");
    Rows rows = resources.subJobs().in(collection);
    Slice.read(
            rows,
            subJob -> subJob.path("job_id").asText().equals(id),
            OLDEST_FIRST,
            Position.start(),
            Integer.MAX_VALUE)
        .rows()
        .forEach(row -> subJobs.add(row.value()));
    return job;
  }

  private ObjectNode listSubJobs(Call call) {
    String collection = collection(gate.project(call));
    resources.beforeList(resources.subJobs(), collection);
    return WorkspaceLists.answer(
        call,
        resources.subJobs().in(collection),
        WorkspaceLists.equal(call, "job_type", "status", "job_id"),
        NEWEST_FIRST);
  }

  /** Types may be several, with commas between them; none at all stands for each. */
  private ObjectNode countSubJobs(Call call) {
    Optional<List<String>> types =
        call.parameter(JOB_TYPES.name()).map(words -> List.of(words.split(",", -1)));
    Filter asked =
        WorkspaceLists.equal(call, "status", "job_id")
            .and(job -> types.isEmpty() || types.get().contains(job.path("job_type").asText()));
    int count =
        Slice.read(
                resources.subJobs().in(collection(gate.project(call))),
                asked,
                OLDEST_FIRST,
                Position.start(),
                Integer.MAX_VALUE)
            .rows()
            .size();
    return JsonNodeFactory.instance.objectNode().put("count", count);
  }

  private static String collection(Project project) {
    return project.region() + "/" + project.id();
  }
}
