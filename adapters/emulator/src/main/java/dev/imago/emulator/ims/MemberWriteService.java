package dev.imago.emulator.ims;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.body.Check;
import dev.imago.emulator.body.Field;
import dev.imago.emulator.body.Shape;
import dev.imago.emulator.http.Response;
import dev.imago.emulator.method.Call;
import dev.imago.emulator.method.Method;
import dev.imago.emulator.openstack.Project;
import java.util.List;

/** Glance's way to share one image: the owner adds and removes members, each answers for itself. */
final class MemberWriteService {
  private static final String PATH = "{region}/v2/images/{image_id}/members";
  private static final Shape ADD = Shape.of(Field.required("member", Check.text(1, 64)));
  private static final Shape ANSWER =
      Shape.of(
          Field.required("status", Check.oneOf("accepted", "rejected", "pending")),
          Field.optional("vault_id", Check.text(1, 64)));

  private final OwnImages own;
  private final ImsResources resources;
  private final Sharing sharing;

  MemberWriteService(OwnImages own, ImsResources resources, Sharing sharing) {
    this.own = own;
    this.resources = resources;
    this.sharing = sharing;
  }

  List<Method> methods() {
    return List.of(
        new Method("POST", PATH, List.of(), this::add),
        new Method("PUT", PATH + "/{member_id}", List.of(), this::answer),
        new Method("DELETE", PATH + "/{member_id}", List.of(), this::remove));
  }

  private Response add(Call call) {
    String memberId = ADD.read(call.request()).path("member").asText();
    Project project = own.project(call);
    ObjectNode image = shareable(call, project);
    String imageId = image.path("id").asText();
    OwnImages.checkStatus(call.request(), image, "active");
    if (sharing.isMember(project, imageId, memberId)) {
      throw ImsErrors.alreadyMember(imageId, memberId);
    }
    return Response.json(200, sharing.add(project, imageId, memberId));
  }

  private Response answer(Call call) {
    String status = ANSWER.read(call.request()).path("status").asText();
    Project project = own.project(call);
    String memberId = call.variable("member_id");
    String imageId = call.variable("image_id");
    own.visible(call.request(), project, imageId);
    if (!memberId.equals(project.id())) {
      throw ImsErrors.notThatMember(memberId);
    }
    sharing.answer(project, imageId, memberId, status);
    return Response.json(
        200,
        resources
            .members()
            .find(String.join("/", project.region(), imageId, memberId))
            .orElseThrow(() -> ImsErrors.noSuchMember(imageId, memberId)));
  }

  private Response remove(Call call) {
    Project project = own.project(call);
    String imageId = shareable(call, project).path("id").asText();
    String memberId = call.variable("member_id");
    if (!sharing.isMember(project, imageId, memberId)) {
      throw ImsErrors.noSuchMember(imageId, memberId);
    }
    sharing.remove(project, imageId, memberId);
    return Response.text(204, "");
  }

  private ObjectNode shareable(Call call, Project project) {
    ObjectNode image = own.visible(call.request(), project, call.variable("image_id"));
    if (image.path("visibility").asText().equals("public")) {
      throw ImsErrors.publicWithoutMembers();
    }
    return own.get(call);
  }
}
