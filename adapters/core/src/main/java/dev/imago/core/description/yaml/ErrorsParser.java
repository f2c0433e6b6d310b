package dev.imago.core.description.yaml;

import dev.imago.core.description.ErrorMapping;
import dev.imago.core.description.ErrorMapping.Meaning;
import dev.imago.core.error.NearestName;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Reads how a service's failures read.
 *
 * @param isErrorShape whether the provider has an error shape of that name
 */
record ErrorsParser(Predicate<String> isErrorShape) {
  private static final Map<String, Meaning> MEANINGS =
      Arrays.stream(Meaning.values())
          .collect(
              Collectors.toUnmodifiableMap(
                  meaning -> meaning.name().toLowerCase(Locale.ROOT), Function.identity()));

  ErrorMapping errors(YamlNode node) {
    YamlWords words = node.in("errors").words(Set.of("shape", "meanings"));
    YamlNode shape = words.need("shape");
    if (!isErrorShape.test(shape.text())) {
      throw shape.error("unknown error shape \"" + shape.text() + "\"");
    }
    return new ErrorMapping(
        shape.text(), words.find("meanings").map(ErrorsParser::meanings).orElse(Map.of()));
  }

  private static Map<String, Meaning> meanings(YamlNode node) {
    Map<String, Meaning> meanings = new LinkedHashMap<>();
    node.entries()
        .forEach(
            (code, entry) -> {
              Meaning meaning = MEANINGS.get(entry.text());
              if (meaning == null) {
                throw entry.error(
                    "unknown meaning \""
                        + entry.text()
                        + "\""
                        + NearestName.hint(entry.text(), MEANINGS.keySet()));
              }
              meanings.put(code, meaning);
            });
    return meanings;
  }
}
