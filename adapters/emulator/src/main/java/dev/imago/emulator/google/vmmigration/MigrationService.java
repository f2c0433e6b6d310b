package dev.imago.emulator.google.vmmigration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.google.Call;
import dev.imago.emulator.google.FailureKind;
import dev.imago.emulator.google.GoogleFailure;
import dev.imago.emulator.google.Method;
import dev.imago.emulator.google.project.Project;
import java.util.List;
import java.util.Map;

/** The list and get methods of one collection. */
final class MigrationService {
  private final MigrationContext context;
  private final MigrationCollection collection;

  MigrationService(MigrationContext context, MigrationCollection collection) {
    this.context = context;
    this.collection = collection;
  }

  List<Method> methods() {
    return List.of(
        Method.get(
            collection.permission() + ".list",
            collection.path(),
            collection.parameters(),
            collection.listMessage(),
            this::list),
        Method.get(
            collection.permission() + ".get",
            collection.resourcePath(),
            Map.of(),
            collection.message(),
            this::get));
  }

  private ObjectNode list(Call call) {
    Project project = context.access().project(call);
    context.access().checkParents(call, project, collection);
    if (call.flag("returnPartialSuccess")) {
      throw GoogleFailure.of(
          FailureKind.UNIMPLEMENTED, "Partial success is only for reads across locations.");
    }
    String path = context.ownPath(call, project);
    context.timeline().beforeRead(resource -> resource.startsWith(path + "/"));
    return context
        .lists()
        .answer(
            call,
            project.table(collection.kind()).in(path),
            context.lists().filter(call, collection.message()),
            call.text("filter").orElse(""),
            collection.segment());
  }

  private ObjectNode get(Call call) {
    Project project = context.access().project(call);
    context.access().checkParents(call, project, collection);
    String path = context.ownPath(call, project);
    context.timeline().beforeRead(path::equals);
    return context.access().find(project, collection.kind(), path);
  }
}
