package dev.imago.calcite.system;

import dev.imago.calcite.catalog.Catalog;
import dev.imago.calcite.catalog.Catalog.TableInfo;
import dev.imago.calcite.system.SystemTable.Column;
import dev.imago.core.description.ColumnType.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code imago.system.tables}: every table, and whether this connection is set up for it. */
final class TablesTable {
  private final Supplier<Catalog> catalog;
  private final Configured configured;

  TablesTable(Supplier<Catalog> catalog, Configured configured) {
    this.catalog = catalog;
    this.configured = configured;
  }

  SystemTable table() {
    return new SystemTable(
        "Every table.",
        List.of(
            new Column("provider", Scalar.VARCHAR, "The catalog."),
            new Column("service", Scalar.VARCHAR, "The schema."),
            new Column("table_name", Scalar.VARCHAR, "The table."),
            new Column("kind", Scalar.VARCHAR, "TABLE, VIEW or SYSTEM TABLE."),
            new Column("configured", Scalar.BOOLEAN, "Whether the connection is set up for it."),
            new Column("reason", Scalar.VARCHAR, "Why it is not."),
            new Column("remarks", Scalar.VARCHAR, "What a row is.")),
        context -> catalog.get().tables().stream().map(this::row).toList());
  }

  private @Nullable Object[] row(TableInfo table) {
    Optional<String> reason = configured.reasonAgainst(table.catalog());
    return new @Nullable Object[] {
      table.catalog(),
      table.schema(),
      table.name(),
      table.kind().name().replace('_', ' '),
      reason.isEmpty(),
      reason.orElse(null),
      table.remarks()
    };
  }
}
