package dev.imago.calcite.system;

import dev.imago.calcite.catalog.Catalog;
import dev.imago.calcite.catalog.Catalog.MethodInfo;
import dev.imago.calcite.system.SystemTable.Column;
import dev.imago.core.description.ApiMethod;
import dev.imago.core.description.ColumnType.Scalar;
import dev.imago.core.description.TableDescription;
import dev.imago.core.description.WriteMethod;
import dev.imago.core.provider.ProviderRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code imago.system.methods}: every call that the descriptions know. */
final class MethodsTable {
  private static final String READ = "read";
  private static final String EXEC = "EXEC";
  private static final String OWN = "imago";

  private final Supplier<Catalog> catalog;
  private final ProviderRegistry providers;

  /**
   * The table.
   *
   * @param catalog knows the product's own methods too
   */
  MethodsTable(Supplier<Catalog> catalog, ProviderRegistry providers) {
    this.catalog = catalog;
    this.providers = providers;
  }

  SystemTable table() {
    return new SystemTable(
        "Every call that a table can make.",
        List.of(
            new Column("provider", Scalar.VARCHAR, "The catalog."),
            new Column("service", Scalar.VARCHAR, "The schema."),
            new Column("table_name", Scalar.VARCHAR, "The table."),
            new Column("method", Scalar.VARCHAR, "list, get and so on."),
            new Column("sql_verb", Scalar.VARCHAR, "The statement that makes the call."),
            new Column(
                "http_method", Scalar.VARCHAR, "The HTTP method. NULL for one that makes no call."),
            new Column("path", Scalar.VARCHAR, "The path below the service's URL."),
            new Column(
                "idempotency",
                Scalar.VARCHAR,
                "Why the call may be sent again: it reads, or an argument names the request. NULL for"
                    + " one that is sent once."),
            new Column("permissions", Scalar.VARCHAR, "What the caller must be granted.")),
        context -> rows());
  }

  private List<@Nullable Object[]> rows() {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (TableDescription table : DescribedTables.of(providers)) {
      table.reads().forEach(read -> rows.add(row(table, read, "SELECT", READ)));
      table.writes().forEach(write -> rows.add(row(table, write, verb(write), idempotency(write))));
    }
    catalog.get().methods().stream()
        .filter(method -> method.catalog().equals(OWN))
        .forEach(method -> rows.add(own(method)));
    return rows;
  }

  private static @Nullable Object[] own(MethodInfo method) {
    return new @Nullable Object[] {
      method.catalog(), method.schema(), method.table(), method.name(), EXEC, null, null, null, ""
    };
  }

  private static @Nullable Object[] row(
      TableDescription table, ApiMethod method, String verb, @Nullable String idempotency) {
    return new @Nullable Object[] {
      table.provider(),
      table.service(),
      table.name(),
      method.name(),
      verb,
      method.verb().name(),
      method.call().path().toString(),
      idempotency,
      String.join(", ", method.permissions())
    };
  }

  /** EXEC can run each of them, so it is named where nothing else can. */
  private static String verb(WriteMethod write) {
    return write.kind() == WriteMethod.Kind.ACTION ? EXEC : write.kind().name();
  }

  private static @Nullable String idempotency(WriteMethod write) {
    return write.safe() ? READ : write.repeatKey().orElse(null);
  }
}
