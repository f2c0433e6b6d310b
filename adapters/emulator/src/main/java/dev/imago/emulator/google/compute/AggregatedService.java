package dev.imago.emulator.google.compute;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.google.Call;
import dev.imago.emulator.google.Method;
import dev.imago.emulator.google.ParameterType;
import dev.imago.emulator.google.list.GoogleOrder;
import dev.imago.emulator.google.project.Kind;
import dev.imago.emulator.google.project.Project;
import dev.imago.emulator.list.Page;
import dev.imago.emulator.list.Position;
import dev.imago.emulator.list.Row;
import dev.imago.emulator.list.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One collection over all scopes of a project. {@code items} is a map from scope to what lies there
 * or to a warning why nothing does.
 */
final class AggregatedService {
  private final ComputeContext context;
  private final ComputeCollection collection;
  private final List<Scope> scopes;

  AggregatedService(ComputeContext context, ComputeCollection collection, List<Scope> scopes) {
    this.context = context;
    this.collection = collection;
    this.scopes = List.copyOf(scopes);
  }

  Method method() {
    Map<String, ParameterType> parameters = new HashMap<>(ComputeLists.PARAMETERS);
    parameters.put("includeAllScopes", ParameterType.FLAG);
    parameters.put("serviceProjectNumber", ParameterType.TEXT);
    return Method.get(
        Scope.GLOBAL.permissionOf(collection) + ".list",
        "projects/{project}/aggregated/" + collection.segment(),
        Map.copyOf(parameters),
        collection.aggregatedMessage(),
        this::list);
  }

  private ObjectNode list(Call call) {
    Project project = context.access().project(call, collection.kind());
    context.timeline().beforeRead(path -> path.startsWith(project.path() + "/"));
    Page page = context.lists().page(call, reachable(project), collection.message());
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("kind", ComputeCollection.kindOf(collection.aggregatedMessage()));
    answer.put("id", context.ownPath(call, project));
    ObjectNode items = answer.putObject("items");
    List<String> unreachable = new ArrayList<>();
    for (String scope : scopesOf(project)) {
      ArrayNode found = JsonNodeFactory.instance.arrayNode();
      page.rows().stream()
          .filter(row -> scopeOf(project, row).equals(scope))
          .forEach(row -> found.add(row.value()));
      if (!found.isEmpty()) {
        items.putObject(scope).set(collection.segment(), found);
      } else if (context.access().isUnreachable(project, scope)) {
        unreachable.add(project.path() + "/" + scope);
        warn(items.putObject(scope), "UNREACHABLE", "'" + scope + "' does not answer.", scope);
      } else {
        String message = "There are no results for scope '" + scope + "' on this page.";
        warn(items.putObject(scope), "NO_RESULTS_ON_PAGE", message, scope);
      }
    }
    if (!page.nextToken().isEmpty()) {
      answer.put("nextPageToken", page.nextToken());
    }
    answer.put("selfLink", context.link(context.ownPath(call, project)));
    if (!unreachable.isEmpty()) {
      unreachable.forEach(answer.putArray("unreachables")::add);
    }
    return answer;
  }

  private Rows reachable(Project project) {
    Rows all = project.table(collection.kind()).everywhere();
    return (position, order) -> {
      List<Row> rows = new ArrayList<>();
      Iterator<Row> each = all.after(position, order);
      while (each.hasNext()) {
        Row row = each.next();
        if (!context.access().isUnreachable(project, scopeOf(project, row))) {
          rows.add(row);
        }
      }
      return rows.iterator();
    };
  }

  private SortedSet<String> scopesOf(Project project) {
    SortedSet<String> names = new TreeSet<>();
    if (scopes.contains(Scope.GLOBAL)) {
      names.add("global");
    }
    if (scopes.contains(Scope.REGION)) {
      addPlaces(project, Kind.REGIONS, "regions", names);
    }
    if (scopes.contains(Scope.ZONE)) {
      addPlaces(project, Kind.ZONES, "zones", names);
    }
    return names;
  }

  private static void addPlaces(
      Project project, Kind kind, String segment, SortedSet<String> names) {
    Iterator<Row> places =
        project
            .table(kind)
            .in(project.path() + "/" + segment)
            .after(Position.start(), GoogleOrder.NAME);
    while (places.hasNext()) {
      names.add(segment + "/" + places.next().value().path("name").asText());
    }
  }

  /** What stands between the project and the collection in a resource's path. */
  private String scopeOf(Project project, Row row) {
    int end = row.path().lastIndexOf("/" + collection.segment() + "/");
    return row.path().substring(project.path().length() + 1, end);
  }

  private static void warn(ObjectNode scoped, String code, String message, String scope) {
    ObjectNode warning = scoped.putObject("warning");
    warning.put("code", code);
    warning.put("message", message);
    warning.putArray("data").addObject().put("key", "scope").put("value", scope);
  }
}
