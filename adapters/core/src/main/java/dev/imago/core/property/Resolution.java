package dev.imago.core.property;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.property.Settings.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Resolves the layers of one connection. */
final class Resolution {
  private static final String PASSWORD_KIND = "password";

  private final PropertyCatalog catalog;
  private final Map<String, Value> values = new HashMap<>();

  Resolution(PropertyCatalog catalog, Map<PropertySource, Map<String, String>> layers) {
    this.catalog = catalog;
    for (PropertySource source : PropertySource.values()) {
      addLayer(source, layers.getOrDefault(source, Map.of()));
    }
    for (Property property : catalog.properties()) {
      values.putIfAbsent(
          property.name(), new Value(property, property.defaultValue(), PropertySource.DEFAULT));
    }
    giveToPasswordAccount(ConnectionProperty.USER, ConnectionProperty.USERNAME);
    giveToPasswordAccount(ConnectionProperty.PASSWORD, ConnectionProperty.PROVIDER_PASSWORD);
  }

  Settings settings() {
    return new Settings(values);
  }

  private void addLayer(PropertySource source, Map<String, String> layer) {
    Set<Property> given = new HashSet<>();
    layer.forEach(
        (name, text) -> {
          Property property = catalog.find(name).orElseThrow(() -> unknown(name));
          if (!given.add(property)) {
            throw invalid(property, source, "is given twice");
          }
          if (isIgnored(property, text)) {
            return;
          }
          if (source == PropertySource.URL && !property.isAllowedInUrl()) {
            throw refusedInUrl(property);
          }
          values.putIfAbsent(
              property.name(), new Value(property, normalize(property, source, text), source));
        });
  }

  private ImagoException unknown(String name) {
    return new ImagoException(
        ErrorCode.UNKNOWN_PROPERTY,
        "unknown property \"" + name + "\"; did you mean \"" + catalog.nearest(name) + "\"?");
  }

  /** Tools give an empty user and password where their user gave none. */
  private static boolean isIgnored(Property property, String text) {
    ConnectionProperty kind = property.property();
    return text.isEmpty()
        && (kind == ConnectionProperty.USER || kind == ConnectionProperty.PASSWORD);
  }

  private static String normalize(Property property, PropertySource source, String text) {
    try {
      return ValueFormat.normalize(property, text);
    } catch (IllegalArgumentException e) {
      throw invalid(property, source, String.valueOf(e.getMessage()));
    }
  }

  private static ImagoException refusedInUrl(Property property) {
    return new ImagoException(
        ErrorCode.INVALID_VALUE,
        property.name()
            + " is refused in the URL; give it as a property, in the config file or in the"
            + " environment variable "
            + property.environmentVariable());
  }

  private static ImagoException invalid(Property property, PropertySource source, String why) {
    String where =
        switch (source) {
          case URL -> " (in the URL)";
          case CONFIG -> " (in the config file)";
          case ENVIRONMENT -> " (in " + property.environmentVariable() + ")";
          case PROPERTIES, DEMO, DEFAULT -> "";
        };
    return new ImagoException(ErrorCode.INVALID_VALUE, property.name() + " " + why + where);
  }

  /** A user or password of the connection is the one of the one account that needs it. */
  private void giveToPasswordAccount(ConnectionProperty given, ConnectionProperty needed) {
    Value value = valueOf(given.key());
    if (value.text().isEmpty()) {
      return;
    }
    List<Property> accounts =
        catalog.properties().stream()
            .filter(property -> property.property() == needed)
            .filter(this::isPasswordAccount)
            .toList();
    if (accounts.size() > 1) {
      throw new ImagoException(
          ErrorCode.INVALID_VALUE,
          given.key()
              + " is for one account, but several have auth=password; give "
              + String.join(" and ", accounts.stream().map(Property::name).toList()));
    }
    accounts.stream()
        .filter(account -> valueOf(account.name()).source() == PropertySource.DEFAULT)
        .forEach(
            account ->
                values.put(account.name(), new Value(account, value.text(), value.source())));
  }

  private boolean isPasswordAccount(Property property) {
    String provider = property.name().substring(0, property.name().indexOf('.'));
    String auth = provider + "." + ConnectionProperty.AUTH.key();
    return valueOf(auth).text().equals(PASSWORD_KIND);
  }

  private Value valueOf(String name) {
    Value value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("no value of " + name);
    }
    return value;
  }
}
