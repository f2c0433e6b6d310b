package dev.imago.calcite.system;

import dev.imago.calcite.catalog.Catalog;
import dev.imago.core.cache.AnswerCache;
import dev.imago.core.property.Settings;
import dev.imago.core.provider.ProviderRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The tables of {@code imago.system}, by name. */
public final class SystemTables {
  private SystemTables() {}

  /**
   * Makes them.
   *
   * @param catalog every table, the system's own too
   * @param cache the answers that are kept; empty where none is
   */
  public static Map<String, SystemTable> of(
      Supplier<Catalog> catalog,
      ProviderRegistry providers,
      Settings settings,
      Optional<AnswerCache> cache) {
    Configured configured = new Configured(providers, settings);
    Map<String, SystemTable> tables = new LinkedHashMap<>();
    tables.put("tables", new TablesTable(catalog, providers, configured).table());
    tables.put("columns", new ColumnsTable(catalog, providers).table());
    tables.put("parameters", new ParametersTable(providers).table());
    tables.put("methods", new MethodsTable(catalog, providers).table());
    tables.put("calls", CallsTable.table());
    tables.put("cache", new CacheTable(cache).table());
    tables.put("properties", PropertiesTable.table(settings));
    return tables;
  }
}
