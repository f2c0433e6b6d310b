package dev.imago.emulator.google;

import dev.imago.emulator.http.Request;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks the parameters of a request against those that its method takes. */
final class CallReader {
  /** What every method takes, as every discovery document lists it. */
  private static final Map<String, ParameterType> COMMON =
      Map.ofEntries(
          Map.entry("alt", ParameterType.TEXT),
          Map.entry("$alt", ParameterType.TEXT),
          Map.entry("fields", ParameterType.TEXT),
          Map.entry("$fields", ParameterType.TEXT),
          Map.entry("key", ParameterType.TEXT),
          Map.entry("access_token", ParameterType.TEXT),
          Map.entry("oauth_token", ParameterType.TEXT),
          Map.entry("prettyPrint", ParameterType.FLAG),
          Map.entry("quotaUser", ParameterType.TEXT),
          Map.entry("userIp", ParameterType.TEXT),
          Map.entry("callback", ParameterType.TEXT),
          Map.entry("uploadType", ParameterType.TEXT),
          Map.entry("upload_protocol", ParameterType.TEXT),
          Map.entry("$.xgafv", ParameterType.TEXT));

  private static final Set<String> FLAGS = Set.of("true", "false", "1", "0");

  private CallReader() {}

  /**
   * The call that a request makes.
   *
   * @throws GoogleFailure when a parameter is unknown, given twice or of the wrong type
   */
  static Call read(Method method, Map<String, String> variables, Request request) {
    Map<String, String> parameters = new HashMap<>();
    request
        .parameters()
        .forEach((name, values) -> parameters.put(name, value(method, name, values)));
    String alt = parameters.getOrDefault("$alt", parameters.getOrDefault("alt", "json"));
    if (!alt.isEmpty() && !alt.equals("json") && !alt.startsWith("json;")) {
      throw GoogleFailure.badParameter("alt", "Invalid value at 'alt': " + alt);
    }
    return new Call(method, variables, Map.copyOf(parameters), request.body());
  }

  private static String value(Method method, String name, List<String> values) {
    ParameterType type = method.parameters().getOrDefault(name, COMMON.get(name));
    if (type == null) {
      throw GoogleFailure.badParameter(
          name,
          "Invalid JSON payload received. Unknown name \""
              + name
              + "\": Cannot bind query parameter. Field '"
              + name
              + "' could not be found in request message.");
    }
    if (values.size() > 1) {
      throw GoogleFailure.badParameter(
          name,
          "Invalid value at '" + name + "': Proto field is not repeating, cannot set it twice.");
    }
    String value = values.get(0);
    if (!value.isEmpty() && !fits(type, value)) {
      throw GoogleFailure.badParameter(
          name, "Invalid value at '" + name + "' (" + type + "), \"" + value + "\"");
    }
    return value;
  }

  private static boolean fits(ParameterType type, String value) {
    return switch (type) {
      case TEXT -> true;
      case FLAG -> FLAGS.contains(value);
      case INTEGER -> value.matches("-?[0-9]{1,9}");
    };
  }
}
