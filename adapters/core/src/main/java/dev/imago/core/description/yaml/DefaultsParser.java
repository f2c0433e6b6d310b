package dev.imago.core.description.yaml;

import dev.imago.core.description.ProviderDescription;
import dev.imago.core.error.NearestName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Reads which connection property stands in for a parameter. */
final class DefaultsParser {
  private final List<String> properties;

  DefaultsParser(ProviderDescription provider) {
    properties =
        provider.parameters().stream()
            .map(parameter -> provider.name() + "." + parameter.name())
            .toList();
  }

  /** The property of each parameter, in the order of the file. */
  Map<String, String> defaults(YamlNode node) {
    Map<String, String> defaults = new LinkedHashMap<>();
    node.entries().forEach((parameter, entry) -> defaults.put(parameter, property(entry)));
    return defaults;
  }

  private String property(YamlNode node) {
    String property = node.text();
    if (!properties.contains(property)) {
      throw node.error(
          "unknown property \"" + property + "\"" + NearestName.hint(property, properties));
    }
    return property;
  }

  /** Refuses a default for something that no path needs. */
  static void checkParameters(YamlNode node, Predicate<String> isParameter) {
    node.entries()
        .forEach(
            (parameter, entry) -> {
              if (!isParameter.test(parameter)) {
                throw entry.error("\"" + parameter + "\" is no variable of a path");
              }
            });
  }
}
