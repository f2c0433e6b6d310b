package dev.imago.emulator.ims;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.list.Filter;
import dev.imago.emulator.list.Position;
import dev.imago.emulator.list.Slice;
import dev.imago.emulator.list.StoredTable;
import dev.imago.emulator.method.Call;
import dev.imago.emulator.method.Method;
import dev.imago.emulator.openstack.Gate;
import dev.imago.emulator.openstack.Project;
import java.util.List;

/** How many images a project may have, take from others and share, and how many it has. */
final class QuotaService {
  private static final int IMAGES = 100;
  private static final int MOST_IMAGES = 300;
  private static final int SHARED_IMAGES = 30;
  private static final int MEMBERS = 128;

  private final Gate gate;
  private final ImsResources resources;

  QuotaService(Gate gate, ImsResources resources) {
    this.gate = gate;
    this.resources = resources;
  }

  List<Method> methods() {
    return List.of(Method.get("{region}/v1/cloudimages/quota", List.of(), this::get));
  }

  private ObjectNode get(Call call) {
    Project project = gate.project(call);
    StoredTable members = resources.members();
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode quotas = answer.putObject("quotas").putArray("resources");
    add(
        quotas,
        "image",
        count(resources.images(), image -> isOwned(image, project)),
        IMAGES,
        MOST_IMAGES);
    add(
        quotas,
        "image_shared",
        count(members, member -> isAccepted(member, project)),
        SHARED_IMAGES,
        SHARED_IMAGES);
    add(quotas, "image_member", count(members, member -> isOwn(member, project)), MEMBERS, MEMBERS);
    return answer;
  }

  private static void add(ArrayNode quotas, String type, int used, int quota, int most) {
    quotas
        .addObject()
        .put("type", type)
        .put("used", used)
        .put("quota", quota)
        .put("min", 0)
        .put("max", most);
  }

  private static int count(StoredTable table, Filter filter) {
    return Slice.read(
            table.everywhere(),
            filter,
            new ImageOrder("id", false),
            Position.start(),
            Integer.MAX_VALUE)
        .rows()
        .size();
  }

  private static boolean isOwned(JsonNode image, Project project) {
    return image.path("owner").asText().equals(project.id());
  }

  private static boolean isAccepted(JsonNode member, Project project) {
    return member.path("member_id").asText().equals(project.id())
        && member.path("status").asText().equals("accepted");
  }

  private boolean isOwn(JsonNode member, Project project) {
    return resources
        .images()
        .find(project.region() + "/" + member.path("image_id").asText())
        .filter(image -> isOwned(image, project))
        .isPresent();
  }
}
