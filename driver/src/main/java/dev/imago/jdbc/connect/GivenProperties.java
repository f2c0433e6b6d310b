package dev.imago.jdbc.connect;

import dev.imago.core.property.ConnectionProperty;
import dev.imago.core.property.PropertyCatalog;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * What a program hands over in its {@link Properties}: values for us, and often a few that its
 * framework adds for itself.
 *
 * @param values as text, by name
 */
public record GivenProperties(Map<String, String> values) {
  public GivenProperties {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Reads the properties and their defaults. An empty user or password is as good as none. */
  public static GivenProperties of(Properties properties) {
    Map<String, String> values = new LinkedHashMap<>();
    properties.stringPropertyNames().stream()
        .sorted()
        .forEach(name -> values.put(name, properties.getProperty(name)));
    properties.forEach(
        (name, value) -> {
          if (name instanceof String text && isScalar(value)) {
            values.put(text, value.toString());
          }
        });
    values.entrySet().removeIf(entry -> isLogin(entry.getKey()) && entry.getValue().isEmpty());
    return new GivenProperties(values);
  }

  private static boolean isScalar(Object value) {
    return value instanceof String || value instanceof Number || value instanceof Boolean;
  }

  private static boolean isLogin(String name) {
    return name.equalsIgnoreCase(ConnectionProperty.USER.key())
        || name.equalsIgnoreCase(ConnectionProperty.PASSWORD.key());
  }

  /** The values of the properties that there are. */
  public Map<String, String> known(PropertyCatalog catalog) {
    Map<String, String> known = new LinkedHashMap<>(values);
    known.keySet().removeIf(name -> catalog.find(name).isEmpty());
    return known;
  }

  /** The names of the others, sorted. */
  public List<String> unknown(PropertyCatalog catalog) {
    return values.keySet().stream().filter(name -> catalog.find(name).isEmpty()).sorted().toList();
  }
}
