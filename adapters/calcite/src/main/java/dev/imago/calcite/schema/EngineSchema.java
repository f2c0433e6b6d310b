package dev.imago.calcite.schema;

import dev.imago.calcite.catalog.Catalog;
import dev.imago.calcite.system.Configured;
import dev.imago.calcite.system.SystemTable;
import dev.imago.calcite.system.SystemTables;
import dev.imago.core.cache.AnswerCache;
import dev.imago.core.description.ProviderDescription;
import dev.imago.core.description.ProviderDescription.ServiceEntry;
import dev.imago.core.property.Settings;
import dev.imago.core.provider.ProviderRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.Schema;
import org.apache.calcite.schema.SchemaPlus;

/**
 * Everything that has a name: a catalog for each provider and one of the product's own, as Calcite
 * looks it up and as a list.
 */
public final class EngineSchema {
  private final CalciteSchema root;
  private final Catalog catalog;

  /**
   * Names everything. No service description is read before one of its names is looked up.
   *
   * @param cache the answers that are kept; empty where none is
   */
  public EngineSchema(
      ProviderRegistry providers,
      Settings settings,
      RelDataTypeFactory typeFactory,
      Optional<AnswerCache> cache) {
    Map<String, SystemTable> systemTables =
        SystemTables.of(this::catalog, providers, settings, cache);
    Configured configured = new Configured(providers, settings);
    Supplier<List<ViewTable>> views =
        () ->
            providers.views().stream()
                .map(view -> new ViewTable(view, configured, settings))
                .toList();
    this.root = CalciteSchema.createRootSchema(false, false);
    this.catalog = new EngineCatalog(providers, views, systemTables, typeFactory);
    SchemaPlus names = root.plus();
    providers.providers().forEach(p -> names.add(p.name(), services(p, providers)));
    names.add(Names.IMAGO, ownSchemas(views, systemTables));
  }

  private static Schema services(ProviderDescription provider, ProviderRegistry providers) {
    Map<String, Schema> services = new LinkedHashMap<>();
    for (ServiceEntry entry : provider.services()) {
      services.put(
          entry.name(),
          new ServiceSchema(() -> providers.service(provider.name(), entry.name()).orElseThrow()));
    }
    return new NestedSchema(services, Map.of());
  }

  private static Schema ownSchemas(
      Supplier<List<ViewTable>> views, Map<String, SystemTable> systemTables) {
    return new NestedSchema(
        Map.of(
            Names.INVENTORY,
            new InventorySchema(views),
            Names.SYSTEM,
            new NestedSchema(Map.of(), Map.copyOf(systemTables))),
        Map.of());
  }

  /** The root, as Calcite looks names up. */
  public CalciteSchema root() {
    return root;
  }

  /** The same as a list. */
  public Catalog catalog() {
    return catalog;
  }
}
