package dev.imago.emulator.ims;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.list.Filter;
import dev.imago.emulator.list.Order;
import dev.imago.emulator.list.Position;
import dev.imago.emulator.list.Slice;
import dev.imago.emulator.method.Call;
import dev.imago.emulator.method.Method;
import dev.imago.emulator.openstack.Gate;
import dev.imago.emulator.openstack.Project;
import java.util.Comparator;
import java.util.List;

/**
 * Whom an image is shared with. Its owner sees every member, a member only itself, and public
 * images have none.
 */
final class MemberService {
  private static final String PATH = "{region}/v2/images/{image_id}/members";

  /** By the members' ids. */
  static final Order ORDER =
      new Order() {
        @Override
        public String key(ObjectNode member) {
          return "";
        }

        @Override
        public Comparator<Position> comparator() {
          return Comparator.comparing(Position::path);
        }
      };

  private final Gate gate;
  private final VisibleImages images;
  private final ImsResources resources;

  MemberService(Gate gate, VisibleImages images, ImsResources resources) {
    this.gate = gate;
    this.images = images;
    this.resources = resources;
  }

  List<Method> methods() {
    return List.of(
        Method.get(PATH, List.of(), this::list),
        Method.get(PATH + "/{member_id}", List.of(), this::get));
  }

  private ObjectNode list(Call call) {
    Project project = gate.project(call);
    String imageId = call.variable("image_id");
    Filter seen = seen(project, imageId);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode members = answer.putArray("members");
    Slice.read(
            resources.members().in(project.region() + "/" + imageId),
            seen,
            ORDER,
            Position.start(),
            Integer.MAX_VALUE)
        .rows()
        .forEach(row -> members.add(row.value()));
    answer.put("schema", "/v2/schemas/members");
    return answer;
  }

  private ObjectNode get(Call call) {
    Project project = gate.project(call);
    String imageId = call.variable("image_id");
    String memberId = call.variable("member_id");
    Filter seen = seen(project, imageId);
    return resources
        .members()
        .find(String.join("/", project.region(), imageId, memberId))
        .filter(seen::matches)
        .orElseThrow(() -> ImsErrors.noSuchMember(imageId, memberId));
  }

  private Filter seen(Project project, String imageId) {
    resources.beforeRead(project.region() + "/" + imageId);
    ObjectNode image =
        images.find(project, imageId).orElseThrow(() -> ImsErrors.noSuchImage(imageId));
    if (image.path("visibility").asText().equals("public")) {
      throw ImsErrors.publicWithoutMembers();
    }
    return image.path("owner").asText().equals(project.id())
        ? Filter.none()
        : member -> member.path("member_id").asText().equals(project.id());
  }
}
