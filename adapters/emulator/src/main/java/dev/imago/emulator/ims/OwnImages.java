package dev.imago.emulator.ims;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.http.Request;
import dev.imago.emulator.method.Call;
import dev.imago.emulator.openstack.Gate;
import dev.imago.emulator.openstack.Project;
import dev.imago.emulator.openstack.Refusal;
import java.util.List;

/** The images that a call may change. */
final class OwnImages {
  private final Gate gate;
  private final VisibleImages images;
  private final ImsResources resources;

  OwnImages(Gate gate, VisibleImages images, ImsResources resources) {
    this.gate = gate;
    this.images = images;
    this.resources = resources;
  }

  /**
   * The project that a call writes in.
   *
   * @throws Refusal when it names none
   */
  Project project(Call call) {
    resources.beforeWrite();
    return gate.project(call);
  }

  /**
   * The image of the call's path.
   *
   * @throws Refusal when the project does not see it or does not own it
   */
  ObjectNode get(Call call) {
    return get(call.request(), project(call), call.variable("image_id"));
  }

  /**
   * The image of the call's path.
   *
   * @throws Refusal as {@link #get} does, and when the image has none of these statuses
   */
  ObjectNode get(Call call, String... statuses) {
    ObjectNode image = get(call);
    checkStatus(call.request(), image, statuses);
    return image;
  }

  /** An image that the call names in its body. */
  ObjectNode get(Request request, Project project, String id) {
    ObjectNode image = visible(request, project, id);
    if (!image.path("owner").asText().equals(project.id())) {
      throw ImsErrors.notOwner(request, id);
    }
    return image;
  }

  /**
   * An image that the project only needs to see.
   *
   * @throws Refusal when it does not
   */
  ObjectNode visible(Request request, Project project, String id) {
    return images.find(project, id).orElseThrow(() -> ImsErrors.absent(request, id));
  }

  static void checkStatus(Request request, ObjectNode image, String... statuses) {
    if (!List.of(statuses).contains(image.path("status").asText())) {
      throw ImsErrors.unavailable(request, image);
    }
  }

  /** What the store knows an image by. */
  static String path(Project project, ObjectNode image) {
    return project.region() + "/" + image.path("id").asText();
  }
}
