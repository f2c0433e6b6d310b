package dev.imago.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Google's own description of a service, reduced by {@code src/test/python/reduce_discovery.py}.
 */
final class DiscoveryDocument {
  private static final Pattern VERSION = Pattern.compile("^v\\d+/");

  private final JsonNode root;

  private DiscoveryDocument(JsonNode root) {
    this.root = root;
  }

  /**
   * A method and its path.
   *
   * @param path below the version, with the document's own names of variables
   */
  record Method(String name, String path, JsonNode json) {
    List<String> segments() {
      return List.of(path.split("/", -1));
    }

    /** The names of the query parameters. */
    List<String> query() {
      return json.get("parameters")
          .propertyStream()
          .filter(parameter -> parameter.getValue().path("location").asText().equals("query"))
          .map(Map.Entry::getKey)
          .toList();
    }
  }

  static DiscoveryDocument of(String service) {
    String file = "discovery/" + service + ".json";
    try (InputStream content = DiscoveryDocument.class.getResourceAsStream(file)) {
      return new DiscoveryDocument(
          new ObjectMapper().readTree(Objects.requireNonNull(content, file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The method of that verb and path, whatever its variables are called; a variable may be filled
   * in.
   */
  Optional<Method> method(String verb, String path) {
    List<String> wanted = List.of(path.split("/", -1));
    return root.get("methods")
        .propertyStream()
        .filter(entry -> entry.getValue().path("httpMethod").asText().equals(verb))
        .map(entry -> method(entry.getKey(), entry.getValue()))
        .filter(method -> fits(method.segments(), wanted))
        .findFirst();
  }

  /** Whether every method takes the query parameter. */
  boolean isCommonParameter(String name) {
    return root.get("parameters").valueStream().anyMatch(node -> node.asText().equals(name));
  }

  JsonNode answer(Method method) {
    return message(method, "response");
  }

  /** The schema of the body; missing when there is none. */
  JsonNode body(Method method) {
    return message(method, "request");
  }

  private JsonNode message(Method method, String which) {
    return resolve(root.get("schemas").path(method.json().path(which).asText()));
  }

  /** The schema itself where the node is a reference to one. */
  JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? root.get("schemas").path(node.get("$ref").asText()) : node;
  }

  private static Method method(String name, JsonNode json) {
    String path = VERSION.matcher(json.get("flatPath").asText()).replaceFirst("");
    return new Method(name, path, json);
  }

  private static boolean fits(List<String> documented, List<String> wanted) {
    if (documented.size() != wanted.size()) {
      return false;
    }
    for (int i = 0; i < documented.size(); i++) {
      String documentedEnd = end(documented.get(i));
      boolean fits =
          isVariable(documented.get(i))
              ? wanted.get(i).endsWith(documentedEnd)
              : wanted.get(i).equals(documented.get(i));
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  static boolean isVariable(String segment) {
    return segment.startsWith("{");
  }

  /** What follows the variable: {@code :cancel}. */
  private static String end(String segment) {
    return segment.substring(segment.indexOf('}') + 1);
  }
}
