package dev.imago.emulator.ims;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.http.Request;
import dev.imago.emulator.http.Response;
import dev.imago.emulator.list.Position;
import dev.imago.emulator.list.Slice;
import dev.imago.emulator.method.Call;
import dev.imago.emulator.method.Method;
import dev.imago.emulator.method.Parameter;
import dev.imago.emulator.openstack.Project;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Changes images, in the service's own way and in Glance's, and deletes them; both at once. */
final class ImageUpdateService {
  private static final Pattern JSON = Pattern.compile("application/json\\b.*");
  private static final Pattern JSON_PATCH =
      Pattern.compile("application/openstack-images-v2\\.[01]-json-patch\\b.*");

  /** Clients of OpenStack send it, although there is nothing to be written. */
  private static final Parameter FORMAT = Parameter.oneOf("format", "json");

  private final OwnImages own;
  private final ImsResources resources;
  private final ImsTime time;

  ImageUpdateService(OwnImages own, ImsResources resources, ImsTime time) {
    this.own = own;
    this.resources = resources;
    this.time = time;
  }

  List<Method> methods() {
    String image = "{region}/v2/images/{image_id}";
    return List.of(
        new Method("PATCH", "{region}/v2/cloudimages/{image_id}", List.of(), this::update),
        new Method("PATCH", image, List.of(), this::glanceUpdate),
        new Method("DELETE", image, List.of(FORMAT), this::delete));
  }

  private Response update(Call call) {
    checkType(call.request(), JSON, "application/json");
    return patched(call);
  }

  private Response glanceUpdate(Call call) {
    checkType(call.request(), JSON_PATCH, "application/openstack-images-v2.1-json-patch");
    return patched(call);
  }

  private Response patched(Call call) {
    ImagePatch patch = ImagePatch.of(call.request());
    Project project = own.project(call);
    String path = OwnImages.path(project, own.get(call, "active"));
    resources
        .images()
        .change(
            path,
            image -> {
              patch.applyTo(image);
              image.put("updated_at", time.ofImage());
            });
    return Response.json(
        200,
        resources
            .images()
            .find(path)
            .orElseThrow(() -> ImsErrors.absent(call.request(), call.variable("image_id"))));
  }

  private Response delete(Call call) {
    ImageBodies.DELETE.read(call.request());
    Project project = own.project(call);
    ObjectNode image = own.get(call);
    String id = image.path("id").asText();
    if (image.path("protected").asBoolean()) {
      throw ImsErrors.isProtected(id);
    }
    String path = OwnImages.path(project, image);
    Slice.read(
            resources.members().in(path),
            member -> true,
            MemberService.ORDER,
            Position.start(),
            Integer.MAX_VALUE)
        .rows()
        .forEach(member -> resources.members().remove(member.path()));
    resources.images().remove(path);
    return Response.text(204, "");
  }

  private static void checkType(Request request, Pattern accepted, String expected) {
    String type = request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    if (!accepted.matcher(type).matches()) {
      throw ImsErrors.unsupportedType(request, expected);
    }
  }
}
