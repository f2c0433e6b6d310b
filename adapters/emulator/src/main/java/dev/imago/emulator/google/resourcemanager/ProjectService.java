package dev.imago.emulator.google.resourcemanager;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.google.Call;
import dev.imago.emulator.google.FailureKind;
import dev.imago.emulator.google.GoogleFailure;
import dev.imago.emulator.google.Method;
import dev.imago.emulator.google.ParameterType;
import dev.imago.emulator.google.list.RpcLists;
import dev.imago.emulator.google.project.Access;
import dev.imago.emulator.google.project.Project;
import dev.imago.emulator.google.project.ProjectDirectory;
import dev.imago.emulator.list.Filter;
import dev.imago.emulator.list.Rows;
import java.util.List;
import java.util.Map;

/** The records of projects, whether or not their resources are open to the caller. */
final class ProjectService {
  private static final String DELETED = "DELETE_REQUESTED";

  private final ProjectDirectory projects;
  private final RpcLists lists;

  ProjectService(ProjectDirectory projects, RpcLists lists) {
    this.projects = projects;
    this.lists = lists;
  }

  List<Method> methods() {
    return List.of(
        Method.get(
            "resourcemanager.projects.get",
            "projects:search",
            Map.of(
                "query", ParameterType.TEXT,
                "pageSize", ParameterType.INTEGER,
                "pageToken", ParameterType.TEXT),
            "SearchProjectsResponse",
            this::search),
        Method.get(
            "resourcemanager.projects.list",
            "projects",
            Map.of(
                "parent", ParameterType.TEXT,
                "showDeleted", ParameterType.FLAG,
                "pageSize", ParameterType.INTEGER,
                "pageToken", ParameterType.TEXT),
            "ListProjectsResponse",
            this::list),
        Method.get(
            "resourcemanager.projects.get", "projects/{project}", Map.of(), "Project", this::get));
  }

  private ObjectNode search(Call call) {
    String query = call.text("query").orElse("");
    return lists.answer(call, all(), ProjectQuery.parse(query), query, "projects");
  }

  private ObjectNode list(Call call) {
    String parent = call.text("parent").orElse("");
    if (!parent.matches("(folders|organizations)/[0-9]+")) {
      throw GoogleFailure.of(
          FailureKind.INVALID_ARGUMENT,
          "Invalid parent '" + parent + "': a folder or organization.");
    }
    boolean showDeleted = call.flag("showDeleted");
    Filter filter =
        project ->
            project.path("parent").asText().equals(parent)
                && (showDeleted || !project.path("state").asText().equals(DELETED));
    return lists.answer(call, all(), filter, parent + showDeleted, "projects");
  }

  private ObjectNode get(Call call) {
    String name = call.variable("project");
    return projects
        .find(name)
        .filter(project -> project.access() != Access.IMAGES_ONLY)
        .map(this::recordOf)
        .orElseThrow(() -> forbidden(call, name));
  }

  private ObjectNode recordOf(Project project) {
    return projects.records().find(project.path()).orElseGet(() -> generated(project));
  }

  private static GoogleFailure forbidden(Call call, String name) {
    String resource = "//cloudresourcemanager.googleapis.com/projects/" + name;
    return GoogleFailure.of(
            FailureKind.PERMISSION_DENIED,
            "Permission '"
                + call.permission()
                + "' denied on resource '"
                + resource
                + "' (or it may not exist).")
        .withErrorInfo(
            "IAM_PERMISSION_DENIED",
            "iam.googleapis.com",
            Map.of("permission", call.permission(), "resource", "projects/" + name));
  }

  private Rows all() {
    return projects.records().everywhere();
  }

  /** The projects that exist for every number have short records. */
  private static ObjectNode generated(Project project) {
    ObjectNode record = JsonNodeFactory.instance.objectNode();
    record.put("name", project.path());
    record.put("projectId", project.id());
    record.put("displayName", project.id());
    record.put("state", "ACTIVE");
    return record;
  }
}
