package dev.imago.emulator.ims;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.list.Filter;
import dev.imago.emulator.list.Position;
import dev.imago.emulator.list.Row;
import dev.imago.emulator.list.Slice;
import dev.imago.emulator.method.Call;
import dev.imago.emulator.method.Method;
import dev.imago.emulator.method.Parameter;
import dev.imago.emulator.openstack.Gate;
import dev.imago.emulator.openstack.Project;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lists images, in the service's own way and in Glance's, and gets one. */
final class ImageService {
  private static final int MOST_ROWS = Integer.MAX_VALUE - 1;
  private static final int EXTENDED_ROWS = 500;
  private static final int GLANCE_ROWS = 25;

  private final Gate gate;
  private final VisibleImages images;
  private final ImsResources resources;
  private final ImageFilters extended;
  private final ImageFilters glance;
  private final int mostRowsPerPage;

  ImageService(
      Gate gate,
      VisibleImages images,
      ImsResources resources,
      ImsDialect dialect,
      int mostRowsPerPage) {
    this.gate = gate;
    this.images = images;
    this.resources = resources;
    this.extended = ImageFilters.extended(dialect);
    this.glance = ImageFilters.glance(dialect);
    this.mostRowsPerPage = mostRowsPerPage;
  }

  List<Method> methods() {
    return List.of(
        Method.get("{region}/v2/cloudimages", parameters(extended), this::list),
        Method.get("{region}/v2/images", parameters(glance), this::glanceList),
        Method.get("{region}/v2/images/{image_id}", List.of(), this::get));
  }

  private static List<Parameter> parameters(ImageFilters filters) {
    List<Parameter> parameters = new ArrayList<>(filters.parameters());
    parameters.addAll(VisibleImages.PARAMETERS);
    parameters.addAll(ImageOrder.PARAMETERS);
    parameters.add(Parameter.text("marker", 36));
    parameters.add(Parameter.number("limit", MOST_ROWS));
    return parameters;
  }

  /** The page says nothing of the next one: who wants it asks for what is behind its last id. */
  private ObjectNode list(Call call) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    write(read(call, extended, limit(call, EXTENDED_ROWS)), answer);
    return answer;
  }

  private ObjectNode glanceList(Call call) {
    Slice slice = read(call, glance, Math.min(mostRowsPerPage, limit(call, GLANCE_ROWS)));
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("first", link(call, ""));
    write(slice, answer);
    answer.put("schema", "/v2/schemas/images");
    if (slice.more() && !slice.rows().isEmpty()) {
      ObjectNode last = slice.rows().get(slice.rows().size() - 1).value();
      answer.put("next", link(call, last.path("id").asText()));
    }
    return answer;
  }

  private ObjectNode get(Call call) {
    String id = call.variable("image_id");
    Project project = gate.project(call);
    resources.beforeRead(project.region() + "/" + id);
    return images.find(project, id).orElseThrow(() -> ImsErrors.noSuchImage(id));
  }

  private Slice read(Call call, ImageFilters filters, int limit) {
    Project project = gate.project(call);
    resources.beforeList(project.region());
    ImageOrder order = ImageOrder.of(call);
    Filter filter = images.listed(call, project).and(filters.of(call));
    return Slice.read(images.in(project), filter, order, start(call, project, order), limit);
  }

  private Position start(Call call, Project project, ImageOrder order) {
    return call.parameter("marker")
        .map(
            id ->
                images
                    .find(project, id)
                    .map(image -> new Row(project.region() + "/" + id, image))
                    .orElseThrow(() -> ImsErrors.noSuchMarker(call.request(), id)))
        .map(row -> Position.of(row, order))
        .orElseGet(Position::start);
  }

  private static int limit(Call call, int usual) {
    return call.parameter("limit").map(Integer::valueOf).orElse(usual);
  }

  private static void write(Slice slice, ObjectNode answer) {
    ArrayNode rows = answer.putArray("images");
    slice.rows().forEach(row -> rows.add(row.value()));
  }

  /** The list's path, whole as a client that follows it from the host needs it, and its query. */
  private static String link(Call call, String marker) {
    Map<String, String> parameters = new TreeMap<>();
    call.request().parameters().forEach((name, values) -> parameters.put(name, values.get(0)));
    parameters.remove("marker");
    if (!marker.isEmpty()) {
      parameters.put("marker", marker);
    }
    List<String> query =
        parameters.entrySet().stream()
            .map(
                entry ->
                    entry.getKey()
                        + "="
                        + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
            .toList();
    String path = call.request().path();
    return query.isEmpty() ? path : path + "?" + String.join("&", query);
  }
}
