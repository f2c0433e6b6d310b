package dev.imago.emulator.google.vmmigration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.google.Call;
import dev.imago.emulator.google.Method;
import dev.imago.emulator.google.ParameterType;
import dev.imago.emulator.google.list.GoogleOrder;
import dev.imago.emulator.google.project.Kind;
import dev.imago.emulator.google.project.Project;
import dev.imago.emulator.list.Position;
import dev.imago.emulator.list.StoredTable;
import java.util.Map;

/** Deletes image imports: an import and its jobs are gone when the operation is done. */
final class ImportDeletion {
  private final MigrationContext context;
  private final Operations operations;

  ImportDeletion(MigrationContext context, Operations operations) {
    this.context = context;
    this.operations = operations;
  }

  Method method() {
    return new Method(
        "vmmigration.imageImports.delete",
        "DELETE",
        MigrationCollection.IMAGE_IMPORTS.resourcePath(),
        Map.of("requestId", ParameterType.TEXT),
        "",
        "Operation",
        this::delete);
  }

  private ObjectNode delete(Call call) {
    Project project = context.access().project(call);
    context.access().checkParents(call, project, MigrationCollection.IMAGE_IMPORTS);
    return operations.once(call, project, () -> begin(call, project));
  }

  private ObjectNode begin(Call call, Project project) {
    String path = context.ownPath(call, project);
    context.timeline().beforeRead(path::equals);
    context.access().find(project, Kind.IMAGE_IMPORTS, path);
    return operations.start(
        project,
        new Operations.Work(
            call.variable("location"),
            "delete",
            path,
            () -> {
              remove(project, path);
              return Operations.emptyResponse();
            },
            () -> {}));
  }

  private static void remove(Project project, String path) {
    StoredTable jobs = project.stored(Kind.IMAGE_IMPORT_JOBS);
    jobs.in(path + "/imageImportJobs")
        .after(Position.start(), GoogleOrder.NAME)
        .forEachRemaining(job -> jobs.remove(job.path()));
    project.stored(Kind.IMAGE_IMPORTS).remove(path);
  }
}
