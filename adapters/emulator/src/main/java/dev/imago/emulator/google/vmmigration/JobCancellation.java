package dev.imago.emulator.google.vmmigration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.google.Call;
import dev.imago.emulator.google.FailureKind;
import dev.imago.emulator.google.GoogleFailure;
import dev.imago.emulator.google.Method;
import dev.imago.emulator.google.project.Kind;
import dev.imago.emulator.google.project.Project;
import dev.imago.emulator.list.StoredTable;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * Cancels import jobs: a job that is not over is CANCELLING at once and CANCELLED after it has been
 * seen so, together with the operation that the call answers.
 */
final class JobCancellation {
  private static final Set<String> CANCELLABLE = Set.of("PENDING", "RUNNING");
  private static final Duration DURATION = Duration.ofSeconds(10);

  private final MigrationContext context;
  private final Operations operations;

  JobCancellation(MigrationContext context, Operations operations) {
    this.context = context;
    this.operations = operations;
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
    JsonNode job = context.access().find(project, Kind.IMAGE_IMPORT_JOBS, path);
    String state = job.path("state").asText();
    if (!CANCELLABLE.contains(state)) {
      throw GoogleFailure.of(
              FailureKind.FAILED_PRECONDITION,
              "Resource '" + path + "' is in state " + state + " and cannot be cancelled.")
          .withErrorInfo("INVALID_STATE", "vmmigration.googleapis.com", Map.of("state", state));
    }
    setState(project, path, "CANCELLING");
    ObjectNode operation = operations.start(project, call.variable("location"), "cancel", path);
    String operationPath = operation.path("name").asText();
    context
        .timeline()
        .plan(
            Set.of(path, operationPath),
            1,
            DURATION,
            () -> {
              setState(project, path, "CANCELLED");
              operations.succeed(
                  project,
                  operationPath,
                  "type.googleapis.com/google.cloud.vmmigration.v1.CancelImageImportJobResponse");
            });
    return operation;
  }

  /** Changes the job and the copy of it that its import shows. */
  private void setState(Project project, String path, String state) {
    StoredTable jobs = project.stored(Kind.IMAGE_IMPORT_JOBS);
    jobs.change(
        path,
        job -> {
          job.put("state", state);
          if (state.equals("CANCELLED")) {
            job.put("endTime", context.now());
          }
        });
    ObjectNode changed = context.access().find(project, Kind.IMAGE_IMPORT_JOBS, path);
    String importPath = path.substring(0, path.indexOf("/imageImportJobs/"));
    project
        .stored(Kind.IMAGE_IMPORTS)
        .change(importPath, found -> replaceRecent(found, path, changed));
  }

  private static void replaceRecent(ObjectNode imageImport, String path, ObjectNode job) {
    if (imageImport.path("recentImageImportJobs") instanceof ArrayNode recent) {
      for (int i = 0; i < recent.size(); i++) {
        if (recent.get(i).path("name").asText().equals(path)) {
          recent.set(i, job);
        }
      }
    }
  }
}
