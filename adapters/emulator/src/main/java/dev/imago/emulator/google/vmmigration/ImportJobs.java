package dev.imago.emulator.google.vmmigration;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.google.project.Kind;
import dev.imago.emulator.google.project.Project;
import java.util.Set;
import java.util.function.Consumer;

/** Stores import jobs, and with each the copy of it that its import shows. */
final class ImportJobs {
  private static final String RECENT = "recentImageImportJobs";
  private static final Set<String> ACTIVE = Set.of("PENDING", "RUNNING");

  /** Whether a job goes on. */
  static boolean isActive(ObjectNode job) {
    return ACTIVE.contains(job.path("state").asText());
  }

  /** Stores a new job. */
  void add(Project project, ObjectNode job) {
    String path = job.path("name").asText();
    project.stored(Kind.IMAGE_IMPORT_JOBS).put(path, job);
    project
        .stored(Kind.IMAGE_IMPORTS)
        .change(importOf(path), found -> found.withArray("/" + RECENT).insert(0, job));
  }

  /** Changes a job; nothing when it is gone. */
  void change(Project project, String path, Consumer<ObjectNode> change) {
    project.stored(Kind.IMAGE_IMPORT_JOBS).change(path, change);
    project
        .table(Kind.IMAGE_IMPORT_JOBS)
        .find(path)
        .ifPresent(
            job ->
                project
                    .stored(Kind.IMAGE_IMPORTS)
                    .change(importOf(path), found -> replace(found, path, job)));
  }

  private static void replace(ObjectNode imageImport, String path, ObjectNode job) {
    if (imageImport.path(RECENT) instanceof ArrayNode recent) {
      for (int i = 0; i < recent.size(); i++) {
        if (recent.get(i).path("name").asText().equals(path)) {
          recent.set(i, job);
        }
      }
    }
  }

  private static String importOf(String jobPath) {
    return jobPath.substring(0, jobPath.indexOf("/imageImportJobs/"));
  }
}
