package dev.imago.calcite.schema;

import java.util.Map;
import org.apache.calcite.schema.Schema;
import org.apache.calcite.schema.Table;
import org.apache.calcite.schema.impl.AbstractSchema;

/** A schema of given tables and schemas: a catalog, or the product's own tables. */
final class NestedSchema extends AbstractSchema {
  private final Map<String, Schema> schemas;
  private final Map<String, Table> tables;

  NestedSchema(Map<String, Schema> schemas, Map<String, Table> tables) {
    this.schemas = Map.copyOf(schemas);
    this.tables = Map.copyOf(tables);
  }

  @Override
  protected Map<String, Schema> getSubSchemaMap() {
    return schemas;
  }

  @Override
  protected Map<String, Table> getTableMap() {
    return tables;
  }
}
