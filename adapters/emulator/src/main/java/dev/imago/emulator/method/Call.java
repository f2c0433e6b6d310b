package dev.imago.emulator.method;

import dev.imago.emulator.http.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One call of a method: the variables of its path and its checked parameters. */
public final class Call {
  private final Request request;
  private final Map<String, String> variables;
  private final Map<String, String> parameters;

  private Call(Request request, Map<String, String> variables, Map<String, String> parameters) {
    this.request = request;
    this.variables = variables;
    this.parameters = parameters;
  }

  /**
   * The call that a request makes.
   *
   * @throws IllegalParameter when a parameter is unknown, missing, given twice or of a wrong value
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
        throw new IllegalParameter(parameter.name(), "is required");
      }
    }
    return new Call(request, variables, parameters);
  }

  private static String value(Method method, String name, List<String> values) {
    Parameter parameter =
        method.parameters().stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new IllegalParameter(name, "is unknown"));
    if (values.size() > 1) {
      throw new IllegalParameter(name, "is given more than once");
    }
    String value = values.get(0);
    return value.isEmpty() ? value : parameter.checked(value);
  }

  /** The request that makes the call. */
  public Request request() {
    return request;
  }

  /**
   * The value of a variable of the path.
   *
   * @throws IllegalArgumentException when the method's path does not have it
   */
  public String variable(String name) {
    return findVariable(name)
        .orElseThrow(() -> new IllegalArgumentException("The path has no variable " + name));
  }

  /** The value of a variable, or empty when the method's path does not have it. */
  public Optional<String> findVariable(String name) {
    return Optional.ofNullable(variables.get(name));
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

  /**
   * Variables and parameters, in one order: what two calls for pages of one list agree in.
   *
   * @param pageParameters the parameters that say which page is wanted
   */
  public String without(String... pageParameters) {
    Map<String, String> shape = new TreeMap<>(parameters);
    shape.keySet().removeAll(List.of(pageParameters));
    return new TreeMap<>(variables) + " " + shape;
  }
}
