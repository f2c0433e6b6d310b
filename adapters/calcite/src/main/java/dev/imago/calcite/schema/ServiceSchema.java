package dev.imago.calcite.schema;

import dev.imago.core.description.ServiceDescription;
import dev.imago.core.description.TableDescription;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.calcite.schema.Table;
import org.apache.calcite.schema.impl.AbstractSchema;

/** The tables of a service. The service's description is read when a name is first looked up. */
final class ServiceSchema extends AbstractSchema {
  private final Supplier<ServiceDescription> service;

  ServiceSchema(Supplier<ServiceDescription> service) {
    this.service = service;
  }

  @Override
  protected Map<String, Table> getTableMap() {
    Map<String, Table> tables = new LinkedHashMap<>();
    for (TableDescription table : service.get().tables()) {
      tables.put(table.name(), new ApiTable(table));
    }
    return tables;
  }
}
