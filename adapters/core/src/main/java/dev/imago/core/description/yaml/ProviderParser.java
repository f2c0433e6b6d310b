package dev.imago.core.description.yaml;

import dev.imago.core.description.PathTemplate;
import dev.imago.core.description.ProviderDescription;
import dev.imago.core.description.ProviderDescription.Parameter;
import dev.imago.core.description.ProviderDescription.ServiceEntry;
import dev.imago.core.error.NearestName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a {@code provider.yaml}. */
final class ProviderParser {
  private static final Set<String> WORDS =
      Set.of("provider", "says", "auth", "parameters", "account", "services");

  private ProviderParser() {}

  /**
   * Reads the file.
   *
   * @param name the name that the provider's class says it has
   */
  static ProviderDescription provider(String name, YamlNode root) {
    YamlWords words = root.words(WORDS);
    YamlNode provider = words.need("provider");
    if (!provider.text().equals(name)) {
      throw provider.error(
          "the provider must be \"" + name + "\", not \"" + provider.text() + "\"");
    }
    List<Parameter> parameters =
        words.find("parameters").map(ProviderParser::parameters).orElse(List.of());
    return new ProviderDescription(
        name,
        words.says(),
        services(words.need("services")),
        parameters,
        words.need("auth").texts(),
        words.find("account").map(node -> account(node, parameters)));
  }

  private static String account(YamlNode node, List<Parameter> parameters) {
    List<String> names = parameters.stream().map(Parameter::name).toList();
    if (!names.contains(node.text())) {
      throw node.error(
          "\"" + node.text() + "\" is no parameter" + NearestName.hint(node.text(), names));
    }
    return node.text();
  }

  private static List<Parameter> parameters(YamlNode node) {
    Names names = new Names("parameter");
    List<Parameter> parameters = new ArrayList<>();
    Map<String, YamlNode> entries = node.entries();
    entries.forEach(
        (name, entry) -> {
          names.addIdentifier(name, entry);
          parameters.add(parameter(name, entry.in("parameter " + name), entries.keySet()));
        });
    return parameters;
  }

  private static Parameter parameter(String name, YamlNode node, Set<String> all) {
    if (node.isText()) {
      return new Parameter(name, Optional.empty(), YamlWords.sentence(node));
    }
    YamlWords words = node.words(Set.of("within", "says"));
    YamlNode within = words.need("within");
    if (!all.contains(within.text()) || within.text().equals(name)) {
      throw within.error("\"" + within.text() + "\" is no other parameter");
    }
    return new Parameter(name, Optional.of(within.text()), words.says());
  }

  private static List<ServiceEntry> services(YamlNode node) {
    Names names = new Names("service");
    List<ServiceEntry> services = new ArrayList<>();
    node.entries()
        .forEach(
            (name, entry) -> {
              names.addIdentifier(name, entry);
              YamlWords words = entry.in("service " + name).words(Set.of("url", "hosts", "says"));
              PathTemplate url = url(words.need("url"));
              services.add(new ServiceEntry(name, url, hosts(words, url), words.says()));
            });
    return services;
  }

  private static PathTemplate url(YamlNode node) {
    checkUrl(node);
    return ColumnParser.path(node);
  }

  private static Map<String, String> hosts(YamlWords words, PathTemplate url) {
    Map<String, String> hosts = new LinkedHashMap<>();
    if (url.variables().size() != 1) {
      words.refuse("hosts", "the URL has not one variable");
    }
    words
        .find("hosts")
        .ifPresent(
            node ->
                node.in("hosts")
                    .entries()
                    .forEach((value, entry) -> hosts.put(value, checkUrl(entry))));
    return hosts;
  }

  private static String checkUrl(YamlNode node) {
    String url = node.text();
    if (!url.startsWith("https://") || url.endsWith("/")) {
      throw node.error("must start with https:// and end without a slash, not \"" + url + "\"");
    }
    return url;
  }
}
