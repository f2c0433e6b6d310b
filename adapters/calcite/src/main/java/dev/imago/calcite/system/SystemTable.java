package dev.imago.calcite.system;

import dev.imago.calcite.type.SqlTypes;
import dev.imago.core.description.ColumnType.Scalar;
import java.util.List;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Linq4j;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.ScannableTable;
import org.apache.calcite.schema.impl.AbstractTable;
import org.jspecify.annotations.Nullable;

/** A table about the product itself. Reading it makes no call and is not in the call log. */
public final class SystemTable extends AbstractTable implements ScannableTable {
  private final String remarks;
  private final List<Column> columns;
  private final Rows rows;

  /** A column; its type is as {@link Scalar} has it. */
  public record Column(String name, Scalar type, String remarks) {}

  /** Makes the rows of one run. */
  @FunctionalInterface
  public interface Rows {
    /** The rows, each with a value for every column. */
    List<@Nullable Object[]> read(DataContext context);
  }

  /**
   * A table with these columns.
   *
   * @param remarks what a row is
   */
  public SystemTable(String remarks, List<Column> columns, Rows rows) {
    this.remarks = remarks;
    this.columns = List.copyOf(columns);
    this.rows = rows;
  }

  public String remarks() {
    return remarks;
  }

  public List<Column> columns() {
    return columns;
  }

  @Override
  public RelDataType getRowType(RelDataTypeFactory factory) {
    RelDataTypeFactory.Builder row = factory.builder();
    for (Column column : columns) {
      row.add(column.name(), SqlTypes.nullable(column.type(), factory));
    }
    return row.build();
  }

  @Override
  public Enumerable<@Nullable Object[]> scan(DataContext root) {
    return Linq4j.asEnumerable(rows.read(root));
  }
}
