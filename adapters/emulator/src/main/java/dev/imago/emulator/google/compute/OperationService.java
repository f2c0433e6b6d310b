package dev.imago.emulator.google.compute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.google.Call;
import dev.imago.emulator.google.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The operations of one kind of scope. */
final class OperationService {
  private static final String WAIT = "/wait";

  /** More changes than any operation goes through. */
  private static final int MOST_CHANGES = 16;

  private final CollectionService operations;
  private final String permission;

  OperationService(ComputeContext context, Scope scope) {
    this.operations = new CollectionService(context, ComputeCollection.OPERATIONS, scope);
    this.permission = scope.permissionOf(ComputeCollection.OPERATIONS);
  }

  List<Method> methods() {
    List<Method> methods = new ArrayList<>(operations.methods(Map.of(), Map.of()));
    methods.add(
        Method.post(permission + ".get", operations.path() + WAIT, "", "Operation", this::waitFor));
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

  private static boolean isDone(ObjectNode operation) {
    return operation.path("status").asText().equals("DONE");
  }
}
