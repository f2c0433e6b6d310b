package dev.imago.core.property;

import dev.imago.core.description.ProviderDescription;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.error.NearestName;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every concrete property: {@link ConnectionProperty} expanded by the providers. */
public final class PropertyCatalog {
  private final List<Property> properties;
  private final Map<String, Property> byName = new HashMap<>();

  /**
   * The properties of a connection to these providers.
   *
   * @throws ImagoException {@link ErrorCode#INVALID_DESCRIPTION} when two properties have the same
   *     name or the same environment variable
   */
  public PropertyCatalog(List<ProviderDescription> providers) {
    properties =
        PropertyExpansion.expand(providers).stream()
            .sorted(Comparator.comparing(Property::name))
            .toList();
    Set<String> variables = new HashSet<>();
    for (Property property : properties) {
      boolean isNewName = byName.put(fold(property.name()), property) == null;
      if (!isNewName || !variables.add(property.environmentVariable())) {
        throw new ImagoException(
            ErrorCode.INVALID_DESCRIPTION,
            "two properties have the name " + property.name() + " or its environment variable");
      }
    }
  }

  /** Every property, by name. */
  public List<Property> properties() {
    return properties;
  }

  /** The property of that name, whatever its letter case. */
  public Optional<Property> find(String name) {
    return Optional.ofNullable(byName.get(fold(name)));
  }

  /**
   * The known name that is most like a mistyped one. A provider that is left out counts little:
   * {@code projct} is most like {@code google.project}.
   */
  public String nearest(String name) {
    return properties.stream()
        .map(Property::name)
        .min(
            Comparator.comparingInt((String known) -> distance(name, known))
                .thenComparing(Comparator.naturalOrder()))
        .orElseThrow();
  }

  private static int distance(String name, String known) {
    String withoutProvider = known.substring(known.indexOf('.') + 1);
    return Math.min(
        NearestName.distance(name, known), NearestName.distance(name, withoutProvider) + 1);
  }

  /** The layer of values that environment variables give. An empty variable gives none. */
  public Map<String, String> environmentLayer(Map<String, String> environment) {
    Map<String, String> layer = new LinkedHashMap<>();
    for (Property property : properties) {
      String value = environment.getOrDefault(property.environmentVariable(), "");
      if (!value.isEmpty()) {
        layer.put(property.name(), value);
      }
    }
    return layer;
  }

  /**
   * The layers, and with them that of the file which the strongest {@code config} names, if one is
   * named.
   *
   * @throws ImagoException {@link ErrorCode#INVALID_VALUE} when the file cannot be read, or names
   *     another one
   */
  public Map<PropertySource, Map<String, String>> withConfigLayer(
      Map<PropertySource, Map<String, String>> layers) {
    Map<PropertySource, Map<String, String>> all = new EnumMap<>(PropertySource.class);
    all.putAll(layers);
    all.values().stream()
        .flatMap(layer -> layer.entrySet().stream())
        .filter(entry -> isConfig(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .filter(file -> !file.isEmpty())
        .ifPresent(file -> all.put(PropertySource.CONFIG, configLayer(file)));
    return all;
  }

  private static Map<String, String> configLayer(String file) {
    Map<String, String> layer = ConfigFile.read(file);
    if (layer.keySet().stream().anyMatch(PropertyCatalog::isConfig)) {
      throw new ImagoException(
          ErrorCode.INVALID_VALUE, "config: the file \"" + file + "\" cannot name another one");
    }
    return layer;
  }

  private static boolean isConfig(String name) {
    return fold(name).equals(ConnectionProperty.CONFIG.key());
  }

  /**
   * Resolves layers of values: for each property the strongest source that gives it counts. The
   * values of weaker sources are checked all the same.
   *
   * @param layers values by property name, by where they come from
   * @throws ImagoException {@link ErrorCode#UNKNOWN_PROPERTY} for an unknown name, with the nearest
   *     one; {@link ErrorCode#INVALID_VALUE} for a value that the property cannot have, and for a
   *     credential in the URL
   */
  public Settings resolve(Map<PropertySource, Map<String, String>> layers) {
    return new Resolution(this, layers).settings();
  }

  static String fold(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
