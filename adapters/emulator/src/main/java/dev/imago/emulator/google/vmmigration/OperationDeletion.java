package dev.imago.emulator.google.vmmigration;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.google.Call;
import dev.imago.emulator.google.Method;
import dev.imago.emulator.google.project.Kind;
import dev.imago.emulator.google.project.Project;
import java.util.Map;

/** Forgets the records of operations; what they do goes on. */
final class OperationDeletion {
  private final MigrationContext context;

  OperationDeletion(MigrationContext context) {
    this.context = context;
  }

  Method method() {
    return new Method(
        "vmmigration.operations.delete",
        "DELETE",
        MigrationCollection.OPERATIONS.resourcePath(),
        Map.of(),
        "",
        "Empty",
        this::delete);
  }

  private ObjectNode delete(Call call) {
    Project project = context.access().project(call);
    context.access().checkParents(call, project, MigrationCollection.OPERATIONS);
    String path = context.ownPath(call, project);
    context.access().find(project, Kind.MIGRATION_OPERATIONS, path);
    project.stored(Kind.MIGRATION_OPERATIONS).remove(path);
    return JsonNodeFactory.instance.objectNode();
  }
}
