package dev.imago.calcite.system;

import dev.imago.calcite.catalog.Catalog;
import dev.imago.core.property.Settings;
import dev.imago.core.provider.ProviderRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The tables of {@code imago.system}, by name. */
public final class SystemTables {
  private SystemTables() {}

  /**
   * Makes them.
   *
   * @param catalog every table, the system's own too
   */
  public static Map<String, SystemTable> of(
      Supplier<Catalog> catalog, ProviderRegistry providers, Settings settings) {
    Configured configured = new Configured(providers, settings);
    Map<String, SystemTable> tables = new LinkedHashMap<>();
    tables.put("tables", new TablesTable(catalog, providers, configured).table());
    tables.put("columns", new ColumnsTable(catalog, providers).table());
    tables.put("parameters", new ParametersTable(providers).table());
    tables.put("methods", new MethodsTable(providers).table());
    tables.put("calls", CallsTable.table());
    tables.put("properties", PropertiesTable.table(settings));
    return tables;
  }
}
