package dev.imago.calcite.schema;

import dev.imago.calcite.rel.ApiScan;
import dev.imago.calcite.type.SqlTypes;
import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.TableDescription;
import java.util.List;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.schema.CustomColumnResolvingTable;
import org.apache.calcite.schema.TranslatableTable;
import org.apache.calcite.schema.impl.AbstractTable;
import org.apache.calcite.util.Pair;

/** A described table, as Calcite sees it. A reference to it becomes an {@link ApiScan}. */
public final class ApiTable extends AbstractTable
    implements TranslatableTable, CustomColumnResolvingTable {
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

  /**
   * A name is a column's own. Calcite would also find the fields of ROW columns by their bare
   * names, and so take a mistyped column for a field far inside another.
   */
  @Override
  public List<Pair<RelDataTypeField, List<String>>> resolveColumn(
      RelDataType rowType, RelDataTypeFactory factory, List<String> names) {
    RelDataTypeField field = rowType.getField(names.get(0), false, false);
    return field == null ? List.of() : List.of(Pair.of(field, names.subList(1, names.size())));
  }

  @Override
  public RelNode toRel(RelOptTable.ToRelContext context, RelOptTable table) {
    return ApiScan.of(context.getCluster(), table, description);
  }
}
