package dev.imago.calcite.system;

import dev.imago.calcite.catalog.Catalog;
import dev.imago.calcite.catalog.Catalog.TableInfo;
import dev.imago.calcite.catalog.Catalog.TableKind;
import dev.imago.calcite.system.SystemTable.Column;
import dev.imago.core.description.ColumnType.Scalar;
import dev.imago.core.provider.ProviderRegistry;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code imago.system.tables}: every table, and whether this connection is set up for it. */
final class TablesTable {
  private final Supplier<Catalog> catalog;
  private final ProviderRegistry providers;
  private final Configured configured;

  TablesTable(Supplier<Catalog> catalog, ProviderRegistry providers, Configured configured) {
    this.catalog = catalog;
    this.providers = providers;
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
            new Column(
                "configured",
                Scalar.BOOLEAN,
                "Whether the connection is set up for it, or for a cloud of a view at least."),
            new Column(
                "reason",
                Scalar.VARCHAR,
                "Why it is not; of a view, which clouds it has and why no others."),
            new Column("remarks", Scalar.VARCHAR, "What a row is.")),
        context -> catalog.get().tables().stream().map(this::row).toList());
  }

  private @Nullable Object[] row(TableInfo table) {
    Optional<ViewClouds> clouds = table.kind() == TableKind.VIEW ? clouds(table) : Optional.empty();
    Optional<String> reason =
        clouds.isPresent() ? clouds.get().gaps() : configured.reasonAgainst(table.catalog());
    return new @Nullable Object[] {
      table.catalog(),
      table.schema(),
      table.name(),
      table.kind().name().replace('_', ' '),
      clouds.map(ViewClouds::hasAny).orElse(reason.isEmpty()),
      reason.orElse(null),
      table.remarks()
    };
  }

  private Optional<ViewClouds> clouds(TableInfo view) {
    return providers.views().stream()
        .filter(description -> description.name().equals(view.name()))
        .findFirst()
        .map(configured::cloudsOf);
  }
}
