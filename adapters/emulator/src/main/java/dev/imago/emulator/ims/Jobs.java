package dev.imago.emulator.ims;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.http.Response;
import dev.imago.emulator.openstack.Project;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Starts jobs: each is INIT at first, then RUNNING, and ends in SUCCESS or FAIL. */
final class Jobs {
  private static final Duration WAITING = Duration.ofSeconds(2);
  private static final Duration WORKING = Duration.ofSeconds(60);
  private static final String TASK = "current_task";
  private static final String PERCENT = "process_percent";

  private final ImsResources resources;
  private final ImsTime time;
  private final ImsIds ids;

  Jobs(ImsResources resources, ImsTime time, ImsIds ids) {
    this.resources = resources;
    this.time = time;
    this.ids = ids;
  }

  /** Starts a job and answers its id: {@code {"job_id"}}. */
  Response start(Project project, JobPlan plan) {
    String id = ids.job();
    String path = String.join("/", project.region(), project.id(), id);
    ObjectNode job = JsonNodeFactory.instance.objectNode();
    job.put("job_id", id).put("job_type", plan.type()).put("begin_time", time.ofJob());
    job.putNull("end_time").put("status", "INIT").putNull("error_code").putNull("fail_reason");
    job.set("entities", plan.entities().deepCopy().put(PERCENT, 0.0));
    resources.jobs().put(path, job);
    Set<String> touched = new HashSet<>(plan.touched());
    touched.add(path);
    resources.plan(touched, WAITING, () -> run(path, touched, plan));
    return Response.json(200, JsonNodeFactory.instance.objectNode().put("job_id", id));
  }

  private void run(String path, Set<String> touched, JobPlan plan) {
    change(
        path,
        "RUNNING",
        entities -> {
          entities.put(TASK, plan.task()).put(PERCENT, 50.0);
          plan.work().run(entities);
        });
    resources.plan(touched, WORKING, () -> end(path, plan));
  }

  private void end(String path, JobPlan plan) {
    if (plan.failure().isPresent()) {
      JobFailure failure = plan.failure().get();
      change(path, "FAIL", plan.work()::fail);
      resources
          .jobs()
          .change(
              path,
              job -> job.put("error_code", failure.code()).put("fail_reason", failure.reason()));
    } else {
      change(
          path,
          "SUCCESS",
          entities -> {
            entities.remove(TASK);
            entities.remove(PERCENT);
            plan.work().succeed(entities);
          });
    }
    resources.jobs().change(path, job -> job.put("end_time", time.ofJob()));
  }

  private void change(String path, String status, Consumer<ObjectNode> change) {
    resources
        .jobs()
        .change(
            path,
            job -> {
              job.put("status", status);
              if (job.path("entities") instanceof ObjectNode entities) {
                change.accept(entities);
              }
            });
  }
}
