package dev.imago.core.property;

import dev.imago.core.description.ProviderDescription;
import dev.imago.core.description.ProviderDescription.Parameter;
import dev.imago.core.description.ProviderDescription.ServiceEntry;
import dev.imago.core.property.ConnectionProperty.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the concrete properties out of {@link ConnectionProperty} and the providers. */
final class PropertyExpansion {
  private final List<Property> properties = new ArrayList<>();

  private PropertyExpansion() {}

  static List<Property> expand(List<ProviderDescription> providers) {
    PropertyExpansion expansion = new PropertyExpansion();
    for (ConnectionProperty property : ConnectionProperty.values()) {
      if (property.scope() == Scope.CONNECTION) {
        expansion.add(property.key(), property);
      } else {
        providers.forEach(provider -> expansion.add(provider, property));
      }
    }
    return expansion.properties;
  }

  private void add(ProviderDescription provider, ConnectionProperty property) {
    String prefix = provider.name() + ".";
    switch (property.scope()) {
      case PROVIDER -> {
        if (property == ConnectionProperty.AUTH) {
          List<String> kinds = provider.auth();
          add(prefix + property.key(), property, kinds.get(0), property.description(), kinds);
        } else if (property.isFor(provider.auth())) {
          add(prefix + property.key(), property);
        }
      }
      case SERVICE -> {
        for (ServiceEntry service : provider.services()) {
          String name = prefix + service.name() + "." + property.key();
          add(name, property, service.url().toString(), property.description(), List.of());
        }
      }
      case PARAMETER -> {
        for (Parameter parameter : provider.parameters()) {
          Optional<String> within = parameter.within().map(name -> prefix + name);
          properties.add(
              new Property(
                  prefix + parameter.name(), property, "", parameter.says(), List.of(), within));
        }
      }
      case CONNECTION -> throw new IllegalArgumentException(property + " is no provider's");
    }
  }

  private void add(String name, ConnectionProperty property) {
    add(name, property, property.defaultValue(), property.description(), property.choices());
  }

  private void add(
      String name,
      ConnectionProperty property,
      String defaultValue,
      String description,
      List<String> choices) {
    properties.add(
        new Property(name, property, defaultValue, description, choices, Optional.empty()));
  }
}
