package dev.imago.emulator.workspace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.list.Filter;
import dev.imago.emulator.method.Call;
import dev.imago.emulator.method.Method;
import dev.imago.emulator.method.Parameter;
import dev.imago.emulator.openstack.Gate;
import dev.imago.emulator.openstack.Project;
import java.util.List;

/** The servers that images are made on. */
final class ImageServerService {
  private static final String PATH = "{region}/v1/{project_id}/image-servers";
  private static final int LONGEST_NAME = 64;

  private static final ByTime NEWEST_FIRST = new ByTime("create_time", true);

  private final Gate gate;
  private final WorkspaceResources resources;

  ImageServerService(Gate gate, WorkspaceResources resources) {
    this.gate = gate;
    this.resources = resources;
  }

  List<Method> methods() {
    return List.of(
        Method.get(
            PATH,
            WorkspaceLists.parameters(
                Parameter.text("server_name", LONGEST_NAME),
                Parameter.text("server_id", LONGEST_NAME),
                Parameter.text("enterprise_project_id", LONGEST_NAME)),
            this::list),
        Method.get(PATH + "/{server_id}", List.of(), this::get));
  }

  /** A name needs to be given only in part; {@code server_id} is the server's own id. */
  private ObjectNode list(Call call) {
    Project project = gate.project(call);
    String collection = project.region() + "/" + project.id();
    resources.beforeList(resources.servers(), collection);
    String name = call.parameter("server_name").orElse("");
    String id = call.parameter("server_id").orElse("");
    Filter named = server -> server.path("name").asText().contains(name);
    Filter asked =
        named
            .and(server -> id.isEmpty() || server.path("id").asText().equals(id))
            .and(WorkspaceLists.equal(call, "enterprise_project_id"));
    return WorkspaceLists.answer(call, resources.servers().in(collection), asked, NEWEST_FIRST);
  }

  private ObjectNode get(Call call) {
    Project project = gate.project(call);
    String id = call.variable("server_id");
    String path = String.join("/", project.region(), project.id(), id);
    resources.beforeRead(path);
    return resources
        .servers()
        .find(path)
        .orElseThrow(() -> WorkspaceErrors.notFound("image server", id));
  }
}
