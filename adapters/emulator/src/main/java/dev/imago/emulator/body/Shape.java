package dev.imago.emulator.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.http.Request;
import dev.imago.emulator.json.JsonReader;
import dev.imago.emulator.method.IllegalParameter;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * An object with these fields and no others. A field that is null counts as not there.
 *
 * @param fields its fields
 */
public record Shape(List<Field> fields) implements Check {
  /** What refusals call the body itself. */
  private static final String BODY = "body";

  public Shape {
    fields = List.copyOf(fields);
  }

  /** An object with these fields and no others. */
  public static Shape of(Field... fields) {
    return new Shape(List.of(fields));
  }

  /**
   * The body of a request; one that is empty is an object without fields.
   *
   * @throws IllegalParameter when it is no such object
   */
  public ObjectNode read(Request request) {
    JsonNode body = json(request);
    accept("", body);
    ObjectNode given = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> field : body.properties()) {
      if (!field.getValue().isNull()) {
        given.set(field.getKey(), field.getValue());
      }
    }
    return given;
  }

  /**
   * The body of a request, whatever it is.
   *
   * @throws IllegalParameter when it is no JSON
   */
  public static JsonNode json(Request request) {
    if (request.body().isBlank()) {
      return JsonNodeFactory.instance.objectNode();
    }
    try {
      return JsonReader.read(request.body());
    } catch (IOException damaged) {
      throw new IllegalParameter(BODY, "must be JSON");
    }
  }

  @Override
  public void accept(String path, JsonNode value) {
    if (!value.isObject()) {
      throw new IllegalParameter(path.isEmpty() ? BODY : path, "must be an object");
    }
    String prefix = path.isEmpty() ? "" : path + ".";
    for (String name : value.properties().stream().map(Map.Entry::getKey).toList()) {
      if (fields.stream().noneMatch(field -> field.name().equals(name))) {
        throw new IllegalParameter(prefix + name, "is unknown");
      }
    }
    for (Field field : fields) {
      JsonNode given = value.path(field.name());
      if (!given.isMissingNode() && !given.isNull()) {
        field.check().accept(prefix + field.name(), given);
      } else if (field.required()) {
        throw new IllegalParameter(prefix + field.name(), "is required");
      }
    }
  }
}
