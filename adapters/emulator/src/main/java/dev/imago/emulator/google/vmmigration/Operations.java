package dev.imago.emulator.google.vmmigration;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.google.project.Kind;
import dev.imago.emulator.google.project.Project;
import java.util.function.Consumer;

/** Makes long-running operations and brings them to their end. */
final class Operations {
  private static final String METADATA =
      "type.googleapis.com/google.cloud.vmmigration.v1.OperationMetadata";

  /** The google.rpc code of a cancelled operation. */
  private static final int CANCELLED = 1;

  private final MigrationContext context;

  Operations(MigrationContext context) {
    this.context = context;
  }

  /** Stores and answers a new operation that is not done. */
  ObjectNode start(Project project, String location, String verb, String target) {
    String name =
        project.path()
            + "/locations/"
            + location
            + "/operations/operation-"
            + context.clock().millis()
            + "-"
            + Long.toHexString(context.ids().next());
    ObjectNode operation = JsonNodeFactory.instance.objectNode();
    operation.put("name", name);
    ObjectNode metadata = operation.putObject("metadata");
    metadata.put("@type", METADATA);
    metadata.put("createTime", context.now());
    metadata.put("target", target);
    metadata.put("verb", verb);
    metadata.put("requestedCancellation", false);
    metadata.put("apiVersion", "v1");
    operation.put("done", false);
    project.stored(Kind.MIGRATION_OPERATIONS).put(name, operation);
    return operation;
  }

  /** Ends an operation well, with an empty response of a type. */
  void succeed(Project project, String path, String responseType) {
    end(project, path, operation -> operation.putObject("response").put("@type", responseType));
  }

  /** Marks that somebody wants an operation to be cancelled. */
  void requestCancellation(Project project, String path) {
    project
        .stored(Kind.MIGRATION_OPERATIONS)
        .change(
            path,
            operation -> operation.withObject("/metadata").put("requestedCancellation", true));
  }

  /** Ends an operation as cancelled. */
  void cancelled(Project project, String path) {
    end(
        project,
        path,
        operation ->
            operation
                .putObject("error")
                .put("code", CANCELLED)
                .put("message", "The operation was cancelled."));
  }

  private void end(Project project, String path, Consumer<ObjectNode> outcome) {
    project
        .stored(Kind.MIGRATION_OPERATIONS)
        .change(
            path,
            operation -> {
              operation.withObject("/metadata").put("endTime", context.now());
              operation.put("done", true);
              outcome.accept(operation);
            });
  }
}
