package dev.imago.emulator.yandex;

import dev.imago.emulator.http.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One call of a method: the variables of its path and its checked parameters. */
public final class Call {
  private final Map<String, String> variables;
  private final Map<String, String> parameters;

  private Call(Map<String, String> variables, Map<String, String> parameters) {
    this.variables = variables;
    this.parameters = parameters;
  }

  /**
   * The call that a request makes.
   *
   * @throws YandexFailure when a parameter is unknown, missing, given twice or of a wrong value
   */
  static Call read(Method method, Map<String, String> variables, Request request) {
    Map<String, String> parameters = new TreeMap<>();
    for (Map.Entry<String, List<String>> sent : request.parameters().entrySet()) {
      String value = value(method, sent.getKey(), sent.getValue());
      if (!value.isEmpty()) {
        parameters.put(sent.getKey(), value);
      }
    }
    for (Parameter parameter : method.parameters()) {
      if (parameter.required() && !parameters.containsKey(parameter.name())) {
        throw YandexFailure.illegal(parameter.name(), "Field is required");
      }
    }
    return new Call(variables, parameters);
  }

  private static String value(Method method, String name, List<String> values) {
    Parameter parameter =
        method.parameters().stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(() -> YandexFailure.illegal(name, "Field is unknown"));
    if (values.size() > 1) {
      throw YandexFailure.illegal(name, "Field is given more than once");
    }
    String value = values.get(0);
    return value.isEmpty() ? value : parameter.checked(value);
  }

  /** The value of a variable of the path. */
  public String variable(String name) {
    String value = variables.get(name);
    if (value == null) {
      throw new IllegalArgumentException("The path has no variable " + name);
    }
    return value;
  }

  /**
   * The resource id in a variable of the path.
   *
   * @throws YandexFailure when it is too long to be one
   */
  public String id(String name) {
    return Parameter.id(name).checked(variable(name));
  }

  /** A parameter, or empty when the call does not have it. */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  /**
   * A parameter that every call of the method has.
   *
   * @throws IllegalArgumentException when the method does not require it
   */
  public String required(String name) {
    return parameter(name)
        .orElseThrow(() -> new IllegalArgumentException(name + " is not required"));
  }

  /** Variables and parameters, in one order: what two calls for pages of one list agree in. */
  public String withoutPage() {
    Map<String, String> shape = new TreeMap<>(parameters);
    shape.keySet().removeAll(List.of("pageSize", "pageToken"));
    return new TreeMap<>(variables) + " " + shape;
  }
}
