package dev.imago.google;

import dev.imago.core.description.ServiceDescription;
import dev.imago.core.description.TableDescription;
import dev.imago.core.provider.ProviderRegistry;
import java.util.List;
import java.util.stream.Stream;

/** The descriptions as the product loads them. */
final class GoogleDescriptions {
  private static final ProviderRegistry REGISTRY =
      ProviderRegistry.load(GoogleDescriptions.class.getClassLoader());

  private GoogleDescriptions() {}

  static ProviderRegistry registry() {
    return REGISTRY;
  }

  static List<ServiceDescription> services() {
    return REGISTRY.providers().stream()
        .flatMap(
            provider ->
                provider.services().stream()
                    .map(
                        service -> REGISTRY.service(provider.name(), service.name()).orElseThrow()))
        .toList();
  }

  static Stream<TableDescription> tables() {
    return services().stream().flatMap(service -> service.tables().stream());
  }

  static TableDescription table(String service, String table) {
    return REGISTRY.service("google", service).orElseThrow().table(table).orElseThrow();
  }
}
