package dev.imago.emulator.google.compute;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.google.Call;
import dev.imago.emulator.google.Method;
import dev.imago.emulator.google.ParameterType;
import dev.imago.emulator.google.project.Project;
import dev.imago.emulator.list.Row;
import dev.imago.emulator.list.StoredTable;
import java.util.Map;

/** Deletes the resources of one global collection: DELETING first, gone with their operation. */
final class Deletion {
  private final ComputeContext context;
  private final ComputeCollection collection;
  private final ComputeOperations operations;
  private final CollectionService service;

  Deletion(ComputeContext context, ComputeCollection collection, ComputeOperations operations) {
    this.context = context;
    this.collection = collection;
    this.operations = operations;
    this.service = new CollectionService(context, collection, Scope.GLOBAL);
  }

  Method method() {
    return new Method(
        "compute." + collection.segment() + ".delete",
        "DELETE",
        service.path(),
        Map.of("requestId", ParameterType.TEXT),
        "",
        "Operation",
        this::delete);
  }

  private ObjectNode delete(Call call) {
    Project project = context.access().project(call, collection.kind());
    StoredTable table = context.access().writable(call, project, collection.kind());
    return operations.once(call, project, () -> begin(call, project, table));
  }

  private ObjectNode begin(Call call, Project project, StoredTable table) {
    Row row = service.find(call, project, "");
    String path = row.path();
    table.change(path, resource -> mark(path, resource));
    return operations.start(
        call,
        project,
        new ComputeOperations.Work(
            "delete",
            path,
            row.value().path("id").asText(),
            JsonNodeFactory.instance.arrayNode(),
            context.state().outcomes().next(path),
            () -> table.remove(path),
            () -> table.put(path, row.value())));
  }

  private static void mark(String path, ObjectNode resource) {
    String status = resource.path("status").asText();
    if (status.equals("PENDING") || status.equals("DELETING")) {
      throw ComputeAccess.notReady(path);
    }
    resource.put("status", "DELETING");
  }
}
