package dev.imago.emulator.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.imago.emulator.json.JsonReader;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** One call of a method: the variables of its path, its checked parameters, its body. */
public final class Call {
  private final Method method;
  private final Map<String, String> variables;
  private final Map<String, String> parameters;
  private final String body;

  Call(Method method, Map<String, String> variables, Map<String, String> parameters, String body) {
    this.method = method;
    this.variables = variables;
    this.parameters = parameters;
    this.body = body;
  }

  /** The method's permission. */
  public String permission() {
    return method.permission();
  }

  /** The path below the API's root, with the variables filled in. */
  public String path() {
    String path = method.path();
    for (Map.Entry<String, String> variable : variables.entrySet()) {
      path = path.replace("{" + variable.getKey() + "}", variable.getValue());
    }
    return path;
  }

  /** The value of a variable of the path. */
  public String variable(String name) {
    String value = variables.get(name);
    if (value == null) {
      throw new IllegalArgumentException(method.path() + " has no variable " + name);
    }
    return value;
  }

  /** The variables of the path. */
  public Map<String, String> variables() {
    return variables;
  }

  /** A parameter of text; an empty one counts as not given. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
  }

  /** A parameter that is a whole number; 0 counts as not given. */
  public Optional<Integer> integer(String name) {
    return text(name).map(Integer::valueOf).filter(value -> value != 0);
  }

  /** A parameter that is true or false; false when it is not given. */
  public boolean flag(String name) {
    return text(name).map(Boolean::parseBoolean).orElse(false);
  }

  /**
   * The body; an empty one is an empty object.
   *
   * @throws GoogleFailure when it is no JSON object
   */
  public JsonNode body() {
    if (body.isBlank()) {
      return JsonNodeFactory.instance.objectNode();
    }
    try {
      JsonNode parsed = JsonReader.read(body);
      if (parsed.isObject()) {
        return parsed;
      }
    } catch (IOException malformed) {
      throw invalidBody(String.valueOf(malformed.getMessage()));
    }
    throw invalidBody("Root element must be a message.");
  }

  private static GoogleFailure invalidBody(String why) {
    return GoogleFailure.of(FailureKind.INVALID_ARGUMENT, "Invalid JSON payload received. " + why);
  }
}
