package dev.imago.emulator.google.compute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.google.Call;
import dev.imago.emulator.google.GoogleFailure;
import dev.imago.emulator.google.Labels;
import dev.imago.emulator.google.Method;
import dev.imago.emulator.google.ParameterType;
import dev.imago.emulator.google.project.Kind;
import dev.imago.emulator.google.project.Project;
import dev.imago.emulator.list.Row;
import dev.imago.emulator.list.StoredTable;
import dev.imago.emulator.state.Outcome;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Changes images. A change is seen as soon as its call is answered, so that the next one is checked
 * against it; the operation only tells of it. One that is to fail changes nothing.
 */
final class ImageUpdates {
  private static final Map<String, ParameterType> REQUEST_ID =
      Map.of("requestId", ParameterType.TEXT);
  private static final String IMAGE = "projects/{project}/global/images/{image}";
  private static final String DEPRECATE = "/deprecate";
  private static final String SET_LABELS = "/setLabels";

  private final ComputeContext context;
  private final ComputeOperations operations;
  private final CollectionService images;

  ImageUpdates(ComputeContext context, ComputeOperations operations) {
    this.context = context;
    this.operations = operations;
    this.images = new CollectionService(context, ComputeCollection.IMAGES, Scope.GLOBAL);
  }

  List<Method> methods() {
    return List.of(
        new Method(
            "compute.images.update",
            "PATCH",
            IMAGE,
            REQUEST_ID,
            "Image",
            "Operation",
            call -> update(call, "patch", "", image -> ImagePatch.apply(call.body(), image))),
        new Method(
            "compute.images.deprecate",
            "POST",
            IMAGE + DEPRECATE,
            REQUEST_ID,
            "DeprecationStatus",
            "Operation",
            call -> update(call, "deprecate", DEPRECATE, image -> deprecate(call, image))),
        Method.post(
            "compute.images.setLabels",
            "projects/{project}/global/images/{resource}" + SET_LABELS,
            "GlobalSetLabelsRequest",
            "Operation",
            call -> update(call, "setLabels", SET_LABELS, image -> setLabels(call, image))));
  }

  private ObjectNode update(Call call, String type, String verb, Consumer<ObjectNode> change) {
    Project project = context.access().project(call, Kind.IMAGES);
    StoredTable table = context.access().writable(call, project, Kind.IMAGES);
    return operations.once(
        call,
        project,
        () -> {
          Row image = images.find(call, project, verb);
          // What is refused here begins no operation, and leaves its outcome for the next one.
          change(image.path(), image.value().deepCopy(), change);
          Outcome outcome = context.state().outcomes().next(image.path());
          if (!(outcome instanceof Outcome.Failure)) {
            table.change(image.path(), current -> change(image.path(), current, change));
          }
          return operations.start(
              call,
              project,
              ComputeOperations.Work.done(
                  type, image.path(), image.value().path("id").asText(), outcome));
        });
  }

  private static void change(String path, ObjectNode image, Consumer<ObjectNode> change) {
    String status = image.path("status").asText();
    if (status.equals("PENDING") || status.equals("DELETING")) {
      throw ComputeAccess.notReady(path);
    }
    change.accept(image);
  }

  /** An empty body takes the deprecation away. */
  private void deprecate(Call call, ObjectNode image) {
    ObjectNode status = context.input().of(call.body(), "DeprecationStatus");
    if (status.isEmpty()) {
      image.remove("deprecated");
    } else {
      image.set("deprecated", status);
    }
  }

  private static void setLabels(Call call, ObjectNode image) {
    JsonNode body = call.body();
    JsonNode labels = body.path("labels");
    Labels.check(labels);
    if (!body.path("labelFingerprint").asText().equals(image.path("labelFingerprint").asText())) {
      throw GoogleFailure.conditionNotMet(
          "Labels fingerprint either invalid or resource labels have changed");
    }
    if (labels.isEmpty()) {
      image.remove("labels");
    } else {
      image.set("labels", labels);
    }
    image.put("labelFingerprint", Labels.fingerprint(labels));
  }
}
