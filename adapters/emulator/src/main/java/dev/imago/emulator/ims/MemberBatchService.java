package dev.imago.emulator.ims;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.body.Check;
import dev.imago.emulator.body.Field;
import dev.imago.emulator.body.Shape;
import dev.imago.emulator.http.Response;
import dev.imago.emulator.method.Call;
import dev.imago.emulator.method.Method;
import dev.imago.emulator.openstack.Project;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The service's own way to share images: several images and projects at once, by a job. */
final class MemberBatchService {
  private static final String PATH = "{region}/v1/cloudimages/members";
  private static final int MOST = 50;

  private static final Check ID = Check.text(1, 64);
  private static final Field IMAGES = Field.required("images", Check.list(1, MOST, ID));
  private static final Shape PAIRS =
      Shape.of(IMAGES, Field.required("projects", Check.list(1, MOST, ID)));
  private static final Shape ANSWER =
      Shape.of(
          IMAGES,
          Field.required("project_id", ID),
          Field.required("status", Check.oneOf("accepted", "rejected")),
          Field.optional("vault_id", ID));

  private final OwnImages own;
  private final Jobs jobs;
  private final Sharing sharing;

  /** One image and one project. */
  private record Pair(String imageId, String projectId) {}

  MemberBatchService(OwnImages own, Jobs jobs, Sharing sharing) {
    this.own = own;
    this.jobs = jobs;
    this.sharing = sharing;
  }

  List<Method> methods() {
    return List.of(
        new Method("POST", PATH, List.of(), this::add),
        new Method("PUT", PATH, List.of(), this::answer),
        new Method("DELETE", PATH, List.of(), this::remove));
  }

  private Response add(Call call) {
    Project project = own.project(call);
    List<Pair> pairs = pairs(call, project);
    return start(
        project,
        "imsAddImageMembersJob",
        pairs,
        pair -> sharing.add(project, pair.imageId(), pair.projectId()));
  }

  private Response remove(Call call) {
    Project project = own.project(call);
    List<Pair> pairs = pairs(call, project);
    return start(
        project,
        "imsDelImageMembersJob",
        pairs,
        pair -> sharing.remove(project, pair.imageId(), pair.projectId()));
  }

  /** A project answers only for itself. */
  private Response answer(Call call) {
    ObjectNode body = ANSWER.read(call.request());
    Project project = own.project(call);
    if (!body.path("project_id").asText().equals(project.id())) {
      throw ImsErrors.otherProject();
    }
    List<Pair> pairs = new ArrayList<>();
    for (JsonNode image : body.path("images")) {
      if (!sharing.isMember(project, image.asText(), project.id())) {
        throw ImsErrors.absent(call.request(), image.asText());
      }
      pairs.add(new Pair(image.asText(), project.id()));
    }
    String status = body.path("status").asText();
    return start(
        project,
        "imsUpdateImageMembersJob",
        pairs,
        pair -> sharing.answer(project, pair.imageId(), pair.projectId(), status));
  }

  private List<Pair> pairs(Call call, Project project) {
    ObjectNode body = PAIRS.read(call.request());
    List<Pair> pairs = new ArrayList<>();
    for (JsonNode image : body.path("images")) {
      ObjectNode owned = own.get(call.request(), project, image.asText());
      OwnImages.checkStatus(call.request(), owned, "active");
      body.path("projects").forEach(each -> pairs.add(new Pair(image.asText(), each.asText())));
    }
    return pairs;
  }

  private Response start(Project project, String type, List<Pair> pairs, Consumer<Pair> change) {
    Set<String> touched = new HashSet<>();
    pairs.forEach(pair -> touched.add(project.region() + "/" + pair.imageId()));
    JobWork work =
        entities -> {
          ArrayNode results = entities.putArray("results");
          for (Pair pair : pairs) {
            change.accept(pair);
            results
                .addObject()
                .put("image_id", pair.imageId())
                .put("project_id", pair.projectId())
                .put("status", "success");
          }
        };
    return jobs.start(
        project,
        new JobPlan(
            type,
            "ImageMembersTask",
            JsonNodeFactory.instance.objectNode(),
            touched,
            Optional.empty(),
            work));
  }
}
