package dev.imago.emulator.google.compute;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.google.Call;
import dev.imago.emulator.google.Method;
import dev.imago.emulator.google.ParameterType;
import dev.imago.emulator.google.list.GoogleOrder;
import dev.imago.emulator.google.project.Project;
import dev.imago.emulator.list.Page;
import dev.imago.emulator.list.Position;
import dev.imago.emulator.list.ResourceTable;
import dev.imago.emulator.list.Row;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The list and get methods of one collection in one kind of scope. */
final class CollectionService {
  private final ComputeContext context;
  private final ComputeCollection collection;
  private final Scope scope;

  CollectionService(ComputeContext context, ComputeCollection collection, Scope scope) {
    this.context = context;
    this.collection = collection;
    this.scope = scope;
  }

  /**
   * The list method and the get method.
   *
   * @param listOnly parameters that only this list takes
   * @param both parameters that both take
   */
  List<Method> methods(Map<String, ParameterType> listOnly, Map<String, ParameterType> both) {
    Map<String, ParameterType> ofList = new HashMap<>(ComputeLists.PARAMETERS);
    ofList.putAll(listOnly);
    ofList.putAll(both);
    String permission = scope.permissionOf(collection);
    return List.of(
        Method.get(
            permission + ".list",
            scope.template() + collection.segment(),
            Map.copyOf(ofList),
            collection.listMessage(),
            this::list),
        Method.get(permission + ".get", path(), both, collection.message(), this::get));
  }

  /** The template of one resource's path. */
  String path() {
    return scope.template() + collection.segment() + "/{" + collection.variable() + "}";
  }

  private ObjectNode get(Call call) {
    return read(call, "");
  }

  /**
   * Reads the resource of a call.
   *
   * @param verb what stands behind the resource in the call's path, such as {@code /wait}
   */
  ObjectNode read(Call call, String verb) {
    Project project = context.access().project(call, collection.kind());
    context.access().checkScope(call, project, scope);
    return find(call, project, verb).value();
  }

  /**
   * Finds the resource of a call in a project that the call may see.
   *
   * @param verb what stands behind the resource in the call's path
   */
  Row find(Call call, Project project, String verb) {
    ResourceTable table = project.table(collection.kind());
    String called = context.ownPath(call, project);
    String path = called.substring(0, called.length() - verb.length());
    context.timeline().beforeRead(path::equals);
    return table
        .find(path)
        .map(value -> new Row(path, value))
        .or(() -> byId(table, path))
        .orElseThrow(() -> ComputeAccess.notFound(path));
  }

  private ObjectNode list(Call call) {
    Project project = context.access().project(call, collection.kind());
    context.access().checkScope(call, project, scope);
    String path = context.ownPath(call, project);
    context.timeline().beforeRead(resource -> resource.startsWith(path + "/"));
    Page page =
        context.lists().page(call, project.table(collection.kind()).in(path), collection.message());
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("kind", ComputeCollection.kindOf(collection.listMessage()));
    answer.put("id", path);
    if (!page.rows().isEmpty()) {
      ArrayNode items = answer.putArray("items");
      page.rows().forEach(row -> items.add(row.value()));
    }
    if (!page.nextToken().isEmpty()) {
      answer.put("nextPageToken", page.nextToken());
    }
    answer.put("selfLink", context.link(path));
    if (page.rows().isEmpty() && !page.nextToken().isEmpty()) {
      ObjectNode warning = answer.putObject("warning");
      warning.put("code", "NO_RESULTS_ON_PAGE");
      warning.put("message", "There are no results on this page.");
    }
    return answer;
  }

  /** A resource may be named by its number instead of its name. */
  private static Optional<Row> byId(ResourceTable table, String path) {
    int slash = path.lastIndexOf('/');
    String id = path.substring(slash + 1);
    if (!Character.isDigit(id.charAt(0))) {
      return Optional.empty();
    }
    Iterator<Row> rows =
        table.in(path.substring(0, slash)).after(Position.start(), GoogleOrder.NAME);
    while (rows.hasNext()) {
      Row row = rows.next();
      if (row.value().path("id").asText().equals(id)) {
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }
}
