package dev.imago.calcite.system;

import dev.imago.core.description.ProviderDescription;
import dev.imago.core.description.ProviderDescription.ServiceEntry;
import dev.imago.core.description.TableDescription;
import dev.imago.core.provider.ProviderRegistry;
import java.util.ArrayList;
import java.util.List;

/** Every table that a description offers, provider by provider. */
final class DescribedTables {
  private DescribedTables() {}

  static List<TableDescription> of(ProviderRegistry providers) {
    List<TableDescription> tables = new ArrayList<>();
    for (ProviderDescription provider : providers.providers()) {
      for (ServiceEntry service : provider.services()) {
        providers
            .service(provider.name(), service.name())
            .ifPresent(description -> tables.addAll(description.tables()));
      }
    }
    return tables;
  }
}
