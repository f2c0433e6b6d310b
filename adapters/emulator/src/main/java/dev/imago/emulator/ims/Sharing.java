package dev.imago.emulator.ims;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.list.Filter;
import dev.imago.emulator.list.Position;
import dev.imago.emulator.list.Slice;
import dev.imago.emulator.openstack.Project;

/** Shares images with projects: an image with members is shared, one without is private. */
final class Sharing {
  private final ImsResources resources;
  private final ImsTime time;

  Sharing(ImsResources resources, ImsTime time) {
    this.resources = resources;
    this.time = time;
  }

  boolean isMember(Project project, String imageId, String memberId) {
    return resources.members().find(path(project, imageId, memberId)).isPresent();
  }

  /** Makes a project a member that has yet to answer; one that is a member stays as it is. */
  ObjectNode add(Project project, String imageId, String memberId) {
    String path = path(project, imageId, memberId);
    ObjectNode member = JsonNodeFactory.instance.objectNode();
    member.put("status", "pending");
    member.put("created_at", time.ofImage()).put("updated_at", time.ofImage());
    member.put("image_id", imageId).put("member_id", memberId);
    member.put("schema", "/v2/schemas/member");
    if (!isMember(project, imageId, memberId)) {
      resources.members().put(path, member);
    }
    setVisibility(project, imageId);
    return resources.members().find(path).orElse(member);
  }

  /** Writes a member's answer. */
  void answer(Project project, String imageId, String memberId, String status) {
    resources
        .members()
        .change(
            path(project, imageId, memberId),
            member -> member.put("status", status).put("updated_at", time.ofImage()));
  }

  /** Takes a member away. */
  void remove(Project project, String imageId, String memberId) {
    resources.members().remove(path(project, imageId, memberId));
    setVisibility(project, imageId);
  }

  private void setVisibility(Project project, String imageId) {
    String path = project.region() + "/" + imageId;
    boolean isPrivate =
        Slice.read(
                resources.members().in(path),
                Filter.none(),
                MemberService.ORDER,
                Position.start(),
                1)
            .rows()
            .isEmpty();
    String word = isPrivate ? "private" : "shared";
    resources
        .images()
        .change(
            path,
            image ->
                image
                    .put("visibility", word)
                    .put("__imagetype", word)
                    .put("updated_at", time.ofImage()));
  }

  private static String path(Project project, String imageId, String memberId) {
    return String.join("/", project.region(), imageId, memberId);
  }
}
