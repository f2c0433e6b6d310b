package dev.imago.calcite.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.calcite.schema.Table;
import org.apache.calcite.schema.impl.AbstractSchema;

/** The views over all providers. Their file is read when a name is first looked up. */
final class InventorySchema extends AbstractSchema {
  private final Supplier<List<ViewTable>> views;

  InventorySchema(Supplier<List<ViewTable>> views) {
    this.views = views;
  }

  @Override
  protected Map<String, Table> getTableMap() {
    Map<String, Table> tables = new LinkedHashMap<>();
    views.get().forEach(view -> tables.put(view.description().name(), view));
    return tables;
  }
}
