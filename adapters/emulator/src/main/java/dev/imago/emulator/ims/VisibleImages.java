package dev.imago.emulator.ims;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.list.Filter;
import dev.imago.emulator.list.Rows;
import dev.imago.emulator.method.Call;
import dev.imago.emulator.method.IllegalParameter;
import dev.imago.emulator.method.Parameter;
import dev.imago.emulator.openstack.Project;
import java.util.List;
import java.util.Optional;

/**
 * Which images a project sees: everybody's, its own, and those that others share with it. Lists
 * hold of the latter only those that it has accepted, unless they are asked for by {@code
 * member_status}.
 */
final class VisibleImages {
  static final List<Parameter> PARAMETERS =
      List.of(
          Parameter.oneOf("visibility", "public", "private", "shared"),
          Parameter.oneOf("member_status", "accepted", "rejected", "pending"));

  private final ImsResources resources;

  VisibleImages(ImsResources resources) {
    this.resources = resources;
  }

  /** The images of a project's region, whoever sees them. */
  Rows in(Project project) {
    return resources.images().in(project.region());
  }

  /**
   * Those that a list holds for a project.
   *
   * @throws IllegalParameter when the call asks for a member's status and not for shared images
   */
  Filter listed(Call call, Project project) {
    Optional<String> visibility = call.parameter("visibility");
    Optional<String> asked = call.parameter("member_status");
    if (asked.isPresent() && !visibility.equals(Optional.of("shared"))) {
      throw new IllegalParameter("member_status", "needs visibility=shared");
    }
    String status = asked.orElse("accepted");
    Filter seen = image -> isOpen(image, project) || status.equals(memberStatus(image, project));
    return visibility.isEmpty()
        ? seen
        : seen.and(image -> image.path("visibility").asText().equals(visibility.get()));
  }

  /** An image that a project sees, whether it has accepted it or not; or empty. */
  Optional<ObjectNode> find(Project project, String id) {
    return resources
        .images()
        .find(project.region() + "/" + id)
        .filter(image -> isOpen(image, project) || !memberStatus(image, project).isEmpty());
  }

  private static boolean isOpen(JsonNode image, Project project) {
    return image.path("visibility").asText().equals("public")
        || image.path("owner").asText().equals(project.id());
  }

  /** The project's status as a member of the image, or "" when it is none. */
  private String memberStatus(JsonNode image, Project project) {
    String path = String.join("/", project.region(), image.path("id").asText(), project.id());
    return resources.members().find(path).map(member -> member.path("status").asText()).orElse("");
  }
}
