package dev.imago.calcite.system;

import dev.imago.calcite.type.SqlTypes;
import dev.imago.core.description.ColumnType.Scalar;
import java.util.List;
import java.util.Optional;
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
  private final List<Method> methods;

  /** A column; its type is as {@link Scalar} has it. */
  public record Column(String name, Scalar type, String remarks) {}

  /** Makes the rows of one run. */
  @FunctionalInterface
  public interface Rows {
    /** The rows, each with a value for every column. */
    List<@Nullable Object[]> read(DataContext context);
  }

  /**
   * What can be run on the table without an argument: {@code CALL imago.system.cache.clear()}.
   *
   * @param answer the columns of what it gives
   * @param run gives one row
   */
  public record Method(String name, String remarks, List<Column> answer, Rows run) {
    public Method {
      answer = List.copyOf(answer);
    }
  }

  /**
   * A table with these columns that can only be read.
   *
   * @param remarks what a row is
   */
  public SystemTable(String remarks, List<Column> columns, Rows rows) {
    this(remarks, columns, rows, List.of());
  }

  /**
   * A table with these columns and methods.
   *
   * @param remarks what a row is
   */
  public SystemTable(String remarks, List<Column> columns, Rows rows, List<Method> methods) {
    this.remarks = remarks;
    this.columns = List.copyOf(columns);
    this.rows = rows;
    this.methods = List.copyOf(methods);
  }

  /** What can be run. */
  public List<Method> methods() {
    return methods;
  }

  /** The method of that name, in letters of either case. */
  public Optional<Method> method(String name) {
    return methods.stream().filter(method -> method.name().equalsIgnoreCase(name)).findFirst();
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
