package dev.imago.emulator.google.vmmigration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.google.Call;
import dev.imago.emulator.google.FailureKind;
import dev.imago.emulator.google.GoogleFailure;
import dev.imago.emulator.google.Method;
import dev.imago.emulator.google.project.Kind;
import dev.imago.emulator.google.project.Project;
import java.util.Map;

/**
 * Cancels import jobs: a job that is not over is CANCELLING at once and CANCELLED after it has been
 * seen so, together with the operation that the call answers.
 */
final class JobCancellation {
  private final MigrationContext context;
  private final Operations operations;
  private final ImportJobs jobs;

  JobCancellation(MigrationContext context, Operations operations, ImportJobs jobs) {
    this.context = context;
    this.operations = operations;
    this.jobs = jobs;
  }

  Method method() {
    return Method.post(
        "vmmigration.imageImportJobs.cancel",
        MigrationCollection.IMAGE_IMPORT_JOBS.resourcePath() + ":cancel",
        "CancelImageImportJobRequest",
        "Operation",
        this::cancel);
  }

  private ObjectNode cancel(Call call) {
    Project project = context.access().project(call);
    context.access().checkParents(call, project, MigrationCollection.IMAGE_IMPORT_JOBS);
    String called = context.ownPath(call, project);
    String path = called.substring(0, called.length() - ":cancel".length());
    context.timeline().beforeRead(path::equals);
    ObjectNode job = context.access().find(project, Kind.IMAGE_IMPORT_JOBS, path);
    String state = job.path("state").asText();
    if (!ImportJobs.isActive(job)) {
      throw GoogleFailure.of(
              FailureKind.FAILED_PRECONDITION,
              "Resource '" + path + "' is in state " + state + " and cannot be cancelled.")
          .withErrorInfo("INVALID_STATE", "vmmigration.googleapis.com", Map.of("state", state));
    }
    jobs.change(project, path, found -> found.put("state", "CANCELLING"));
    return operations.start(
        project,
        new Operations.Work(
            call.variable("location"),
            "cancel",
            path,
            () -> {
              jobs.change(project, path, this::end);
              return Operations.response("CancelImageImportJobResponse");
            },
            () -> jobs.change(project, path, found -> found.put("state", state))));
  }

  private void end(ObjectNode job) {
    job.put("state", "CANCELLED");
    job.put("endTime", context.now());
  }
}
