package dev.imago.calcite.schema;

import dev.imago.calcite.rel.ApiScan;
import dev.imago.calcite.type.SqlTypes;
import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.TableDescription;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.TranslatableTable;
import org.apache.calcite.schema.impl.AbstractTable;

/** A described table, as Calcite sees it. A reference to it becomes an {@link ApiScan}. */
public final class ApiTable extends AbstractTable implements TranslatableTable {
  private final TableDescription description;

  public ApiTable(TableDescription description) {
    this.description = description;
  }

  public TableDescription description() {
    return description;
  }

  @Override
  public RelDataType getRowType(RelDataTypeFactory factory) {
    RelDataTypeFactory.Builder row = factory.builder();
    for (ColumnDescription column : description.readableColumns()) {
      row.add(column.name(), columnType(column, factory));
    }
    return row.build();
  }

  /** A key or a path parameter has a value in every row; any other column may be NULL. */
  private RelDataType columnType(ColumnDescription column, RelDataTypeFactory factory) {
    boolean always =
        description.isParameter(column.name()) || description.key().contains(column.name());
    return always
        ? SqlTypes.notNull(column.type(), factory)
        : SqlTypes.nullable(column.type(), factory);
  }

  @Override
  public RelNode toRel(RelOptTable.ToRelContext context, RelOptTable table) {
    return ApiScan.of(context.getCluster(), table, description);
  }
}
