package dev.imago.emulator.google.vmmigration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.google.Call;
import dev.imago.emulator.google.Method;
import dev.imago.emulator.google.project.Kind;
import dev.imago.emulator.google.project.Project;

/** Cancels operations; on one that is done it has no effect, and says nothing about it. */
final class OperationCancellation {
  private final MigrationContext context;
  private final Operations operations;

  OperationCancellation(MigrationContext context, Operations operations) {
    this.context = context;
    this.operations = operations;
  }

  Method method() {
    return Method.post(
        "vmmigration.operations.cancel",
        MigrationCollection.OPERATIONS.resourcePath() + ":cancel",
        "CancelOperationRequest",
        "Empty",
        this::cancel);
  }

  private ObjectNode cancel(Call call) {
    Project project = context.access().project(call);
    context.access().checkParents(call, project, MigrationCollection.OPERATIONS);
    String called = context.ownPath(call, project);
    String path = called.substring(0, called.length() - ":cancel".length());
    context.timeline().beforeRead(path::equals);
    JsonNode operation = context.access().find(project, Kind.MIGRATION_OPERATIONS, path);
    if (!operation.path("done").asBoolean()) {
      operations.cancel(project, path);
    }
    return JsonNodeFactory.instance.objectNode();
  }
}
