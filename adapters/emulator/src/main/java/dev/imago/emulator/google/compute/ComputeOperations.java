package dev.imago.emulator.google.compute;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.google.Call;
import dev.imago.emulator.google.RequestIds;
import dev.imago.emulator.google.project.Kind;
import dev.imago.emulator.google.project.Project;
import dev.imago.emulator.list.StoredTable;
import dev.imago.emulator.state.OperationFailure;
import dev.imago.emulator.state.Outcome;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Makes global operations and brings them from PENDING over RUNNING to DONE: each state is seen by
 * one read at least, and is over after its time by the clock.
 */
final class ComputeOperations {
  private static final String USER = "ops@acme.example";
  private static final Duration UNTIL_RUNNING = Duration.ofSeconds(2);
  private static final Duration UNTIL_DONE = Duration.ofSeconds(10);
  private static final Map<Integer, String> STATUS_TEXTS =
      Map.of(
          400, "BAD REQUEST",
          403, "FORBIDDEN",
          404, "NOT FOUND",
          409, "CONFLICT",
          412, "PRECONDITION FAILED",
          429, "TOO MANY REQUESTS",
          500, "INTERNAL SERVER ERROR",
          503, "SERVICE UNAVAILABLE");

  private final ComputeContext context;

  ComputeOperations(ComputeContext context) {
    this.context = context;
  }

  /**
   * What an operation does.
   *
   * @param type the operation's type: {@code insert}
   * @param target the path of the resource that it is about
   * @param targetId that resource's number
   * @param warnings what the API warns of; may be empty
   * @param outcome how it goes on
   * @param succeed makes the changes that come with its end; nothing on failure
   * @param fail undoes what its beginning did
   */
  record Work(
      String type,
      String target,
      String targetId,
      ArrayNode warnings,
      Outcome outcome,
      Runnable succeed,
      Runnable fail) {

    /** Work whose changes were made when it began. */
    static Work done(String type, String target, String targetId, Outcome outcome) {
      ArrayNode none = JsonNodeFactory.instance.arrayNode();
      return new Work(type, target, targetId, none, outcome, () -> {}, () -> {});
    }
  }

  /**
   * The operation of a call as it is now: a new one, unless the call's request id has begun one.
   */
  ObjectNode once(Call call, Project project, Supplier<ObjectNode> begin) {
    ObjectNode operation =
        context.state().requestIds().once(call, "compute " + project.id(), begin);
    return project
        .table(Kind.OPERATIONS)
        .find(path(project, operation.path("name").asText()))
        .orElse(operation);
  }

  /** Stores and answers a new operation. */
  ObjectNode start(Call call, Project project, Work work) {
    long id = context.state().ids().next();
    String name = "operation-" + context.state().clock().millis() + "-" + Long.toHexString(id);
    String path = path(project, name);
    ObjectNode operation = JsonNodeFactory.instance.objectNode();
    operation.put("kind", "compute#operation");
    operation.put("id", Long.toString(id));
    operation.put("name", name);
    operation.put("operationType", work.type());
    operation.put("targetLink", context.link(work.target()));
    operation.put("targetId", work.targetId());
    operation.put("status", "PENDING");
    operation.put("user", USER);
    operation.put("progress", 0);
    operation.put("insertTime", context.now());
    RequestIds.of(call).ifPresent(request -> operation.put("clientOperationId", request));
    if (!work.warnings().isEmpty()) {
      operation.set("warnings", work.warnings());
    }
    operation.put("selfLink", context.link(path));
    StoredTable operations = project.stored(Kind.OPERATIONS);
    operations.put(path, operation);
    plan(operations, path, work);
    return operation;
  }

  private void plan(StoredTable operations, String path, Work work) {
    Set<String> concerned = Set.of(path, work.target());
    context.timeline().plan(concerned, 1, UNTIL_RUNNING, () -> operations.change(path, this::run));
    if (work.outcome() instanceof Outcome.Success) {
      context
          .timeline()
          .plan(
              concerned,
              2,
              UNTIL_DONE,
              () -> {
                work.succeed().run();
                operations.change(path, this::end);
              });
    } else if (work.outcome() instanceof Outcome.Failure failed) {
      context
          .timeline()
          .plan(
              concerned,
              2,
              UNTIL_DONE,
              () -> {
                work.fail().run();
                operations.change(path, operation -> end(operation, failed.failure()));
              });
    }
  }

  private void run(ObjectNode operation) {
    operation.put("status", "RUNNING");
    operation.put("startTime", context.now());
    operation.put("progress", 40);
  }

  private void end(ObjectNode operation) {
    operation.put("status", "DONE");
    operation.put("progress", 100);
    operation.put("endTime", context.now());
  }

  private void end(ObjectNode operation, OperationFailure failure) {
    end(operation);
    int status = failure.httpStatus();
    operation.put("httpErrorStatusCode", status);
    operation.put(
        "httpErrorMessage",
        STATUS_TEXTS.getOrDefault(status, failure.code().toUpperCase(Locale.ROOT)));
    operation
        .putObject("error")
        .putArray("errors")
        .addObject()
        .put("code", failure.code())
        .put("message", failure.message());
  }

  private static String path(Project project, String name) {
    return project.path() + "/global/operations/" + name;
  }
}
