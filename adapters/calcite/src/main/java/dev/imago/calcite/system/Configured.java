package dev.imago.calcite.system;

import dev.imago.core.description.ProviderDescription;
import dev.imago.core.description.ViewDescription;
import dev.imago.core.description.ViewDescription.Branch;
import dev.imago.core.property.ConnectionProperty.Scope;
import dev.imago.core.property.PropertySource;
import dev.imago.core.property.Settings;
import dev.imago.core.provider.ProviderRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which providers a connection is set up for. */
public final class Configured {
  private final ProviderRegistry providers;
  private final Settings settings;

  public Configured(ProviderRegistry providers, Settings settings) {
    this.providers = providers;
    this.settings = settings;
  }

  /** Why the catalog has no rows; empty when it is set up or is no provider. */
  public Optional<String> reasonAgainst(String catalog) {
    return providers.providers().stream()
        .filter(provider -> provider.name().equals(catalog))
        .filter(provider -> !isConfigured(provider))
        .findFirst()
        .map(Configured::reason);
  }

  /** The clouds of a view. */
  public ViewClouds cloudsOf(ViewDescription view) {
    List<String> present = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    view.branches().stream()
        .map(Branch::provider)
        .distinct()
        .forEach(
            provider ->
                reasonAgainst(provider).ifPresentOrElse(reasons::add, () -> present.add(provider)));
    return new ViewClouds(present, reasons);
  }

  /** A provider is set up when any of its account, credential or URL properties is given. */
  private boolean isConfigured(ProviderDescription provider) {
    return settings.values().stream()
        .filter(value -> value.source() != PropertySource.DEFAULT)
        .filter(value -> value.property().property().scope() != Scope.CONNECTION)
        .filter(value -> !value.text().isEmpty())
        .anyMatch(value -> value.property().name().startsWith(provider.name() + "."));
  }

  private static String reason(ProviderDescription provider) {
    List<String> accounts =
        provider.parameters().stream()
            .map(parameter -> provider.name() + "." + parameter.name())
            .toList();
    return "no property of "
        + provider.name()
        + " is set: give "
        + String.join(", ", accounts)
        + " or "
        + provider.name()
        + ".auth";
  }
}
