package dev.imago.jdbc.connect;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.property.ConnectionProperty;
import dev.imago.core.property.Property;
import dev.imago.core.property.PropertyCatalog;
import dev.imago.core.property.PropertySource;
import dev.imago.core.property.Settings;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * Collects the values that a connection's properties have, by where they come from: what the caller
 * gives, the URL, the {@code config} file, the environment, the demo.
 */
public final class PropertyLayers {
  private static final String ENVIRONMENT_PREFIX = "IMAGO_";

  private final PropertyCatalog catalog;
  private final Map<PropertySource, Map<String, String>> layers =
      new EnumMap<>(PropertySource.class);

  public PropertyLayers(PropertyCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * The name of the environment variable for a property: {@code google.project} is {@code
   * IMAGO_GOOGLE_PROJECT}, {@code maxCalls} is {@code IMAGO_MAX_CALLS}.
   */
  public static String environmentVariable(String property) {
    return ENVIRONMENT_PREFIX
        + property
            .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
            .replace('.', '_')
            .toUpperCase(Locale.ROOT);
  }

  /** Takes values under the names that the catalog knows; others are refused by {@link #settle}. */
  public PropertyLayers add(PropertySource source, Map<String, String> values) {
    layers.computeIfAbsent(source, any -> new LinkedHashMap<>()).putAll(values);
    return this;
  }

  /**
   * Takes the values of a URL.
   *
   * @throws ImagoException {@link ErrorCode#INVALID_VALUE} for a credential, which has no place in
   *     a text that is shown and logged
   */
  public PropertyLayers add(ConnectionUrl url) {
    for (String name : url.properties().keySet()) {
      if (catalog.find(name).filter(property -> !property.isAllowedInUrl()).isPresent()) {
        throw new ImagoException(
            ErrorCode.INVALID_VALUE,
            "the property "
                + name
                + " is part of a credential and cannot stand in the URL; give it as a property, in"
                + " the config file or as the environment variable "
                + environmentVariable(name));
      }
    }
    return add(PropertySource.URL, url.properties());
  }

  /** Takes what the environment says about known properties; other variables are not ours. */
  public PropertyLayers addEnvironment(Map<String, String> environment) {
    for (Property property : catalog.properties()) {
      String value = environment.get(environmentVariable(property.name()));
      if (value != null) {
        add(PropertySource.ENVIRONMENT, Map.of(property.name(), value));
      }
    }
    return this;
  }

  /**
   * Reads the {@code config} file, if a layer names one, and resolves all layers.
   *
   * @throws ImagoException {@link ErrorCode#UNKNOWN_PROPERTY} for an unknown name, {@link
   *     ErrorCode#INVALID_VALUE} for a value that its property cannot have or a file that cannot be
   *     read
   */
  public Settings settle() {
    String config = configFile();
    if (!config.isEmpty()) {
      add(PropertySource.CONFIG, read(config));
    }
    return catalog.resolve(layers);
  }

  private String configFile() {
    for (PropertySource source : PropertySource.values()) {
      for (Map.Entry<String, String> entry : layers.getOrDefault(source, Map.of()).entrySet()) {
        if (entry.getKey().equalsIgnoreCase(ConnectionProperty.CONFIG.key())) {
          return entry.getValue();
        }
      }
    }
    return "";
  }

  private static Map<String, String> read(String file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException failure) {
      throw new ImagoException(
          ErrorCode.INVALID_VALUE, "the config file " + file + " cannot be read: " + failure);
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : properties.stringPropertyNames()) {
      if (name.equalsIgnoreCase(ConnectionProperty.CONFIG.key())) {
        throw new ImagoException(
            ErrorCode.INVALID_VALUE, "the config file " + file + " cannot name another one");
      }
      values.put(name, properties.getProperty(name));
    }
    return values;
  }
}
