package dev.imago.emulator.google.vmmigration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.google.project.Kind;
import dev.imago.emulator.google.project.Project;
import dev.imago.emulator.state.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Runs import jobs: PENDING, RUNNING through the steps, then SUCCEEDED with what it made, or
 * FAILED. Each state is seen by one read at least, and is over after its time by the clock. A job
 * that is cancelled goes no further.
 */
final class JobRun {
  private static final Duration STEP = Duration.ofMinutes(1);

  private final MigrationContext context;
  private final ImportJobs jobs;
  private final ImportedResource imported;

  JobRun(MigrationContext context, ImportJobs jobs) {
    this.context = context;
    this.jobs = jobs;
    this.imported = new ImportedResource(context);
  }

  /**
   * Stores the job of a new import and plans its way. Outcomes are scripted for it by the path of
   * the import's jobs, {@code .../imageImports/i/imageImportJobs}: the job has no name before.
   */
  void begin(Project project, String location, ObjectNode imageImport) {
    String collection = imageImport.path("name").asText() + "/imageImportJobs";
    String path = collection + "/job-" + context.freshId();
    ObjectNode job = JsonNodeFactory.instance.objectNode();
    job.put("name", path);
    job.set("cloudStorageUri", imageImport.path("cloudStorageUri"));
    job.put("state", "PENDING");
    job.put("createTime", context.now());
    JsonNode disk = imageImport.path("diskImageTargetDefaults");
    if (disk.isObject()) {
      job.set("diskImageTargetDetails", disk);
    } else {
      job.set("machineImageTargetDetails", imageImport.path("machineImageTargetDefaults"));
    }
    jobs.add(project, job);
    plan(project, location, path, steps(job), context.state().outcomes().next(collection));
  }

  private static List<String> steps(ObjectNode job) {
    boolean adapted =
        job.at("/diskImageTargetDetails/dataDiskImageImport").isMissingNode()
            && job.at("/machineImageTargetDetails/skipOsAdaptation").isMissingNode();
    List<String> steps = new ArrayList<>(List.of("initializing", "loadingSourceFiles"));
    if (adapted) {
      steps.add("adaptingOs");
    }
    steps.add("creatingImage");
    return steps;
  }

  private void plan(
      Project project, String location, String path, List<String> steps, Outcome outcome) {
    int reads = 1;
    for (String step : steps) {
      plan(path, reads, () -> advance(project, path, job -> run(job, step)));
      reads++;
    }
    if (outcome instanceof Outcome.Failure failed) {
      plan(
          path, reads, () -> advance(project, path, job -> fail(job, Status.of(failed.failure()))));
    } else if (outcome instanceof Outcome.Success) {
      plan(path, reads, () -> succeed(project, path, location));
    }
  }

  private void plan(String path, int reads, Runnable change) {
    String imageImport = path.substring(0, path.indexOf("/imageImportJobs/"));
    context.timeline().plan(Set.of(path, imageImport), reads, STEP.multipliedBy(reads), change);
  }

  private Optional<ObjectNode> active(Project project, String path) {
    return project.table(Kind.IMAGE_IMPORT_JOBS).find(path).filter(ImportJobs::isActive);
  }

  private void advance(Project project, String path, Consumer<ObjectNode> change) {
    active(project, path).ifPresent(job -> jobs.change(project, path, change));
  }

  private void run(ObjectNode job, String step) {
    job.put("state", "RUNNING");
    ArrayNode steps = job.withArray("/steps");
    endStep(steps);
    ObjectNode next = steps.addObject();
    next.putObject(step);
    next.put("startTime", context.now());
  }

  private void succeed(Project project, String path, String location) {
    Optional<ObjectNode> active = active(project, path);
    if (active.isEmpty()) {
      return;
    }
    Optional<String> made = imported.make(active.get(), location);
    jobs.change(project, path, job -> succeed(job, made));
  }

  private void succeed(ObjectNode job, Optional<String> made) {
    if (made.isPresent()) {
      end(job, "SUCCEEDED");
      job.putArray("createdResources").add(made.get());
    } else {
      fail(job, Status.of(Status.ALREADY_EXISTS, "The target project has an image of this name."));
    }
  }

  private void fail(ObjectNode job, ObjectNode error) {
    end(job, "FAILED");
    job.putArray("errors").add(error);
  }

  private void end(ObjectNode job, String state) {
    endStep(job.withArray("/steps"));
    job.put("state", state);
    job.put("endTime", context.now());
  }

  private void endStep(ArrayNode steps) {
    if (!steps.isEmpty() && steps.get(steps.size() - 1) instanceof ObjectNode last) {
      last.put("endTime", context.now());
    }
  }
}
