package dev.imago.emulator.google.compute;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.google.Call;
import dev.imago.emulator.google.Method;
import dev.imago.emulator.google.project.Kind;
import dev.imago.emulator.google.project.Project;
import dev.imago.emulator.list.StoredTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The operations of one kind of scope. */
final class OperationService {
  private static final String WAIT = "/wait";

  /** More changes than any operation goes through. */
  private static final int MOST_CHANGES = 16;

  private final ComputeContext context;
  private final Scope scope;
  private final CollectionService operations;
  private final String permission;

  OperationService(ComputeContext context, Scope scope) {
    this.context = context;
    this.scope = scope;
    this.operations = new CollectionService(context, ComputeCollection.OPERATIONS, scope);
    this.permission = scope.permissionOf(ComputeCollection.OPERATIONS);
  }

  List<Method> methods() {
    List<Method> methods = new ArrayList<>(operations.methods(Map.of(), Map.of()));
    methods.add(
        Method.post(permission + ".get", operations.path() + WAIT, "", "Operation", this::waitFor));
    methods.add(
        new Method(
            permission + ".delete", "DELETE", operations.path(), Map.of(), "", "", this::delete));
    return methods;
  }

  /**
   * Waits by reading: what moves on with each read is then done. An operation that does not move
   * comes back as it is, as the API does after two minutes.
   */
  private ObjectNode waitFor(Call call) {
    ObjectNode operation = operations.read(call, WAIT);
    for (int i = 0; i < MOST_CHANGES && !isDone(operation); i++) {
      operation = operations.read(call, WAIT);
    }
    return operation;
  }

  /** Forgets the record; what the operation does goes on. */
  private ObjectNode delete(Call call) {
    Project project = context.access().project(call, Kind.OPERATIONS);
    context.access().checkScope(call, project, scope);
    StoredTable table = context.access().writable(call, project, Kind.OPERATIONS);
    table.remove(operations.find(call, project, "").path());
    return JsonNodeFactory.instance.objectNode();
  }

  private static boolean isDone(ObjectNode operation) {
    return operation.path("status").asText().equals("DONE");
  }
}
