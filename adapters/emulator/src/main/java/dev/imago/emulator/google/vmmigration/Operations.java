package dev.imago.emulator.google.vmmigration;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.google.Call;
import dev.imago.emulator.google.project.Kind;
import dev.imago.emulator.google.project.Project;
import dev.imago.emulator.state.Outcome;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Makes long-running operations and brings them to their end, which comes when an operation has
 * been seen under way, or after its time by the clock.
 */
final class Operations {
  private static final String TYPES = "type.googleapis.com/google.cloud.vmmigration.v1.";
  private static final Duration DURATION = Duration.ofSeconds(10);

  private final MigrationContext context;
  private final Map<String, Runnable> undoings = new ConcurrentHashMap<>();

  Operations(MigrationContext context) {
    this.context = context;
  }

  /**
   * What an operation does.
   *
   * @param location where it runs
   * @param verb what it is called for: {@code create}
   * @param target the path of the resource that it is about
   * @param succeed makes the changes that come with its end, and gives its response
   * @param undo undoes what its beginning did, when it fails or is cancelled
   */
  record Work(
      String location, String verb, String target, Supplier<ObjectNode> succeed, Runnable undo) {}

  /** A response that is a message of the API. */
  static ObjectNode response(String message) {
    return JsonNodeFactory.instance.objectNode().put("@type", TYPES + message);
  }

  /** A response that says nothing. */
  static ObjectNode emptyResponse() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("@type", "type.googleapis.com/google.protobuf.Empty");
  }

  /**
   * The operation of a call as it is now: a new one, unless the call's request id has begun one.
   */
  ObjectNode once(Call call, Project project, Supplier<ObjectNode> begin) {
    ObjectNode operation =
        context.state().requestIds().once(call, "vmmigration " + project.id(), begin);
    return project
        .table(Kind.MIGRATION_OPERATIONS)
        .find(operation.path("name").asText())
        .orElse(operation);
  }

  /** Stores and answers a new operation that is not done. */
  ObjectNode start(Project project, Work work) {
    String path =
        project.path()
            + "/locations/"
            + work.location()
            + "/operations/operation-"
            + context.state().clock().millis()
            + "-"
            + context.freshId();
    ObjectNode operation = JsonNodeFactory.instance.objectNode();
    operation.put("name", path);
    ObjectNode metadata = operation.putObject("metadata");
    metadata.put("@type", TYPES + "OperationMetadata");
    metadata.put("createTime", context.now());
    metadata.put("target", work.target());
    metadata.put("verb", work.verb());
    metadata.put("requestedCancellation", false);
    metadata.put("apiVersion", "v1");
    operation.put("done", false);
    project.stored(Kind.MIGRATION_OPERATIONS).put(path, operation);
    undoings.put(path, work.undo());
    Outcome outcome = context.state().outcomes().next(work.target());
    if (!(outcome instanceof Outcome.Endless)) {
      context
          .timeline()
          .plan(
              Set.of(path, work.target()), 1, DURATION, () -> finish(project, path, work, outcome));
    }
    return operation;
  }

  /** Marks that somebody wants an operation to be cancelled, and cancels it soon. */
  void cancel(Project project, String path) {
    project
        .stored(Kind.MIGRATION_OPERATIONS)
        .change(
            path,
            operation -> operation.withObject("/metadata").put("requestedCancellation", true));
    context
        .timeline()
        .plan(
            Set.of(path),
            1,
            DURATION,
            () -> fail(project, path, Status.of(Status.CANCELLED, "The operation was cancelled.")));
  }

  private void finish(Project project, String path, Work work, Outcome outcome) {
    boolean cancelled =
        project
            .table(Kind.MIGRATION_OPERATIONS)
            .find(path)
            .map(operation -> operation.at("/metadata/requestedCancellation").asBoolean())
            .orElse(false);
    if (cancelled) {
      return;
    }
    if (outcome instanceof Outcome.Failure failed) {
      fail(project, path, Status.of(failed.failure()));
    } else {
      undoings.remove(path);
      ObjectNode response = work.succeed().get();
      end(project, path, operation -> operation.set("response", response));
    }
  }

  private void fail(Project project, String path, ObjectNode error) {
    Runnable undo = undoings.remove(path);
    if (undo != null) {
      undo.run();
    }
    end(project, path, operation -> operation.set("error", error));
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
