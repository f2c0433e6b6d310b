package dev.imago.emulator.google.compute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.google.Call;
import dev.imago.emulator.google.Method;
import dev.imago.emulator.google.ParameterType;
import dev.imago.emulator.google.list.GoogleOrder;
import dev.imago.emulator.google.project.Kind;
import dev.imago.emulator.google.project.Project;
import dev.imago.emulator.list.Position;
import dev.imago.emulator.list.Row;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Images, and the newest image of a family. */
final class ImageService {
  private static final Set<String> CURRENT = Set.of("", "ACTIVE");

  private final ComputeContext context;

  ImageService(ComputeContext context) {
    this.context = context;
  }

  List<Method> methods() {
    Map<String, ParameterType> betaOnly =
        context.version().equals("beta") ? Map.of("zone", ParameterType.TEXT) : Map.of();
    CollectionService images =
        new CollectionService(context, ComputeCollection.IMAGES, Scope.GLOBAL);
    List<Method> methods = new ArrayList<>(images.methods(betaOnly, Map.of()));
    methods.add(
        Method.get(
            "compute.images.getFromFamily",
            "projects/{project}/global/images/family/{family}",
            Map.of(),
            "Image",
            this::getFromFamily));
    methods.add(
        Method.get(
            "compute.images.getFromFamily",
            "projects/{project}/zones/{zone}/imageFamilyViews/{family}",
            Map.of(),
            "ImageFamilyView",
            this::getFamilyView));
    return methods;
  }

  private ObjectNode getFromFamily(Call call) {
    return newest(call, context.access().project(call, Kind.IMAGES));
  }

  private ObjectNode getFamilyView(Call call) {
    Project project = context.access().project(call, Kind.IMAGES);
    context.access().checkScope(call, project, Scope.ZONE);
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.set("image", newest(call, project));
    return view;
  }

  /** The newest image of the call's family that is ready and not deprecated. */
  private ObjectNode newest(Call call, Project project) {
    String family = call.variable("family");
    String collection = project.path() + "/global/images";
    context.timeline().beforeRead(path -> path.startsWith(collection + "/"));
    Iterator<Row> images =
        project.table(Kind.IMAGES).in(collection).after(Position.start(), GoogleOrder.NEWEST_FIRST);
    Optional<ObjectNode> newest = Optional.empty();
    while (images.hasNext() && newest.isEmpty()) {
      newest = Optional.of(images.next().value()).filter(image -> isCurrent(image, family));
    }
    return newest.orElseThrow(() -> ComputeAccess.notFound(collection + "/family/" + family));
  }

  private static boolean isCurrent(JsonNode image, String family) {
    return image.path("family").asText().equals(family)
        && image.path("status").asText().equals("READY")
        && CURRENT.contains(image.path("deprecated").path("state").asText());
  }
}
