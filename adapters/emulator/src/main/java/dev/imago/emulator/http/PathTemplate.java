package dev.imago.emulator.http;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The path of a method below the API's root: {@code projects/{project}/global/images}. A variable
 * takes one whole segment, or what stands before a custom verb: {@code {job}:cancel}.
 */
public record PathTemplate(String text, List<String> segments) {
  /** Where two templates fit one path, the one with the earlier literal segment is meant. */
  public static final Comparator<PathTemplate> PRECEDENCE =
      Comparator.comparing(
          template ->
              template.segments.stream()
                  .map(segment -> !isVariable(segment) ? "0" : hasVerb(segment) ? "1" : "2")
                  .reduce("", String::concat));

  public static PathTemplate parse(String text) {
    return new PathTemplate(text, List.of(text.split("/", -1)));
  }

  /** The values of the variables, or empty when the path is another one. */
  public Optional<Map<String, String>> match(List<String> path) {
    if (path.size() != segments.size()) {
      return Optional.empty();
    }
    Map<String, String> variables = new HashMap<>();
    for (int i = 0; i < path.size(); i++) {
      String expected = segments.get(i);
      String actual = path.get(i);
      if (isVariable(expected)) {
        int close = expected.indexOf('}');
        String verb = expected.substring(close + 1);
        if (!actual.endsWith(verb) || actual.length() == verb.length()) {
          return Optional.empty();
        }
        variables.put(
            expected.substring(1, close), actual.substring(0, actual.length() - verb.length()));
      } else if (!expected.equals(actual)) {
        return Optional.empty();
      }
    }
    return Optional.of(Map.copyOf(variables));
  }

  private static boolean isVariable(String segment) {
    return segment.startsWith("{");
  }

  private static boolean hasVerb(String segment) {
    return !segment.endsWith("}");
  }
}
