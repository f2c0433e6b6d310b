package dev.imago.contract;

import dev.imago.core.description.TableDescription;
import dev.imago.core.provider.ProviderRegistry;
import java.util.List;
import java.util.stream.Collectors;

/** All tables of all providers that are present. */
final class DescribedTables {
  private final ProviderRegistry registry =
      ProviderRegistry.load(DescribedTables.class.getClassLoader());

  ProviderRegistry registry() {
    return registry;
  }

  List<TableDescription> all() {
    return registry.providers().stream()
        .flatMap(
            provider ->
                provider.services().stream()
                    .map(service -> registry.service(provider.name(), service.name()))
                    .flatMap(service -> service.orElseThrow().tables().stream()))
        .toList();
  }

  /** The properties that leave every parameter to the query. */
  String nothingStandsIn() {
    return registry.providers().stream()
        .flatMap(
            provider ->
                provider.parameters().stream()
                    .map(parameter -> provider.name() + "." + parameter.name() + "=;"))
        .collect(Collectors.joining("", "", "enumerate=false"));
  }
}
