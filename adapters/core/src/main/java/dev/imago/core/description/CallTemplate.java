package dev.imago.core.description;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a call says before any value is known: where it goes, and what it always holds.
 *
 * @param urlVariables the columns that are variables of the service's URL, such as its region
 * @param path relative to the service's URL
 * @param query query parameters that are always sent, by name, in the order of the file
 * @param headers headers that are always sent, by name
 */
public record CallTemplate(
    List<String> urlVariables,
    PathTemplate path,
    Map<String, Argument> query,
    Map<String, Argument> headers) {
  public CallTemplate {
    urlVariables = List.copyOf(urlVariables);
    query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /** A call that says no more than its path. */
  public static CallTemplate of(PathTemplate path) {
    return new CallTemplate(List.of(), path, Map.of(), Map.of());
  }

  /**
   * The columns that must be bound before the call can be made, each once: the variables of the
   * service's URL, of the headers, of the path, of the query.
   */
  public List<String> parameters() {
    Set<String> parameters = new LinkedHashSet<>(urlVariables);
    addVariables(headers, parameters);
    parameters.addAll(path.variables());
    addVariables(query, parameters);
    return List.copyOf(parameters);
  }

  private static void addVariables(Map<String, Argument> arguments, Set<String> variables) {
    for (Argument argument : arguments.values()) {
      if (argument instanceof Argument.Variable variable) {
        variables.add(variable.column());
      }
    }
  }
}
