package dev.imago.calcite.system;

import dev.imago.calcite.catalog.Catalog;
import dev.imago.calcite.catalog.Catalog.ColumnInfo;
import dev.imago.calcite.catalog.Catalog.TableInfo;
import dev.imago.calcite.system.SystemTable.Column;
import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.ColumnType.Scalar;
import dev.imago.core.description.Comparison;
import dev.imago.core.description.Filtering;
import dev.imago.core.description.TableDescription;
import dev.imago.core.description.WriteMethod;
import dev.imago.core.provider.ProviderRegistry;
import dev.imago.core.reference.SqlTypeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code imago.system.columns}: every column, and what a condition on it does. Columns that are
 * written only come last in their table.
 */
final class ColumnsTable {
  private final Supplier<Catalog> catalog;
  private final ProviderRegistry providers;

  ColumnsTable(Supplier<Catalog> catalog, ProviderRegistry providers) {
    this.catalog = catalog;
    this.providers = providers;
  }

  SystemTable table() {
    return new SystemTable(
        "Every column.",
        List.of(
            new Column("provider", Scalar.VARCHAR, "The catalog."),
            new Column("service", Scalar.VARCHAR, "The schema."),
            new Column("table_name", Scalar.VARCHAR, "The table."),
            new Column("column_name", Scalar.VARCHAR, "The column."),
            new Column("type", Scalar.VARCHAR, "The SQL type."),
            new Column("is_key", Scalar.BOOLEAN, "Whether it helps to identify a row."),
            new Column("is_parameter", Scalar.BOOLEAN, "Whether some call needs it."),
            new Column(
                "pushed",
                Scalar.VARCHAR,
                "What an equality on it does: exact when the API answers just those rows, superset"
                    + " when it answers those rows and perhaps others, which are filtered."),
            new Column("writable", Scalar.BOOLEAN, "Whether INSERT or UPDATE can write it."),
            new Column("remarks", Scalar.VARCHAR, "What it holds.")),
        context -> rows());
  }

  private List<@Nullable Object[]> rows() {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (TableInfo table : catalog.get().tables()) {
      Optional<TableDescription> description =
          providers
              .service(table.catalog(), table.schema())
              .flatMap(service -> service.table(table.name()));
      for (ColumnInfo column : table.columns()) {
        rows.add(row(table, column, description));
      }
      description.ifPresent(described -> addInputColumns(described, rows));
    }
    return rows;
  }

  private static @Nullable Object[] row(
      TableInfo table, ColumnInfo column, Optional<TableDescription> description) {
    boolean parameter = description.filter(d -> d.isParameter(column.name())).isPresent();
    return new @Nullable Object[] {
      table.catalog(),
      table.schema(),
      table.name(),
      column.name(),
      description
          .flatMap(d -> d.column(column.name()))
          .map(described -> SqlTypeNames.whole(described.type()))
          .orElseGet(() -> column.type().toString()),
      table.key().contains(column.name()),
      parameter,
      description.map(d -> pushed(d, column.name())).orElse(null),
      description.filter(d -> isWritable(d, column.name())).isPresent(),
      column.remarks()
    };
  }

  /** {@code SELECT *} does not show them, so the catalog does not have them. */
  private static void addInputColumns(TableDescription table, List<@Nullable Object[]> rows) {
    for (ColumnDescription column : table.columns()) {
      if (column.input()) {
        rows.add(
            new @Nullable Object[] {
              table.provider(),
              table.service(),
              table.name(),
              column.name(),
              SqlTypeNames.whole(column.type()),
              false,
              false,
              null,
              isWritable(table, column.name()),
              column.says()
            });
      }
    }
  }

  /** INSERT gives all that an insert takes; UPDATE sets what stands in a body. */
  private static boolean isWritable(TableDescription table, String column) {
    boolean isGiven =
        table.writes(WriteMethod.Kind.INSERT).stream()
            .anyMatch(write -> write.argument(column).isPresent());
    return isGiven
        || table.writes(WriteMethod.Kind.UPDATE).stream().anyMatch(write -> write.sets(column));
  }

  private static @Nullable String pushed(TableDescription table, String column) {
    boolean names =
        table.parameter(column).isPresent()
            || table.column(column).flatMap(ColumnDescription::resource).isPresent();
    List<Filtering> filters =
        table.reads().stream().flatMap(read -> read.filtering().stream()).toList();
    if (names || filters.stream().anyMatch(f -> f.isExact(column, Comparison.EQUAL))) {
      return "exact";
    }
    return filters.stream().anyMatch(f -> f.takes(column, Comparison.EQUAL)) ? "superset" : null;
  }
}
