package dev.imago.calcite.system;

import dev.imago.calcite.system.SystemTable.Column;
import dev.imago.core.description.ColumnType.Scalar;
import dev.imago.core.description.ReadMethod;
import dev.imago.core.description.TableDescription;
import dev.imago.core.description.WriteArgument;
import dev.imago.core.description.WriteMethod;
import dev.imago.core.provider.ProviderRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code imago.system.parameters}: what each call must be given, and where from. */
final class ParametersTable {
  private final ProviderRegistry providers;

  ParametersTable(ProviderRegistry providers) {
    this.providers = providers;
  }

  SystemTable table() {
    return new SystemTable(
        "Every parameter of every method.",
        List.of(
            new Column("provider", Scalar.VARCHAR, "The catalog."),
            new Column("service", Scalar.VARCHAR, "The schema."),
            new Column("table_name", Scalar.VARCHAR, "The table."),
            new Column("method", Scalar.VARCHAR, "The method, as imago.system.methods has it."),
            new Column(
                "parameter_name",
                Scalar.VARCHAR,
                "The parameter: a column of the table, or what only EXEC gives."),
            new Column("ordinal", Scalar.INTEGER, "Its place, from 1."),
            new Column("required", Scalar.BOOLEAN, "Whether the method cannot be called without."),
            new Column("default_from", Scalar.VARCHAR, "The property that gives default values."),
            new Column(
                "enumerated_from",
                Scalar.VARCHAR,
                "The table that its values can be listed from.")),
        context -> rows());
  }

  private List<@Nullable Object[]> rows() {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (TableDescription table : DescribedTables.of(providers)) {
      for (ReadMethod method : table.reads()) {
        for (String parameter : method.parameters()) {
          rows.add(row(table, method, parameter));
        }
      }
      table.writes().forEach(write -> addArguments(table, write, rows));
    }
    return rows;
  }

  private @Nullable Object[] row(TableDescription table, ReadMethod method, String parameter) {
    return new @Nullable Object[] {
      table.provider(),
      table.service(),
      table.name(),
      method.name(),
      parameter,
      method.parameters().indexOf(parameter) + 1,
      true,
      table.defaults().get(parameter),
      enumeratedFrom(table, parameter).orElse(null)
    };
  }

  /** What is changed is always said: nothing stands in for an argument. */
  private static void addArguments(
      TableDescription table, WriteMethod write, List<@Nullable Object[]> rows) {
    int ordinal = 0;
    for (WriteArgument argument : write.arguments()) {
      ordinal++;
      rows.add(
          new @Nullable Object[] {
            table.provider(),
            table.service(),
            table.name(),
            write.name(),
            argument.name(),
            ordinal,
            argument.required(),
            null,
            null
          });
    }
  }

  /** The nearest ancestor that has the parameter as its own key. */
  private Optional<String> enumeratedFrom(TableDescription table, String parameter) {
    Optional<TableDescription> ancestor = parent(table);
    while (ancestor.isPresent()) {
      List<String> key = ancestor.get().key();
      if (!key.isEmpty() && key.get(key.size() - 1).equals(parameter)) {
        return ancestor.map(TableDescription::qualifiedName);
      }
      ancestor = ancestor.flatMap(this::parent);
    }
    return Optional.empty();
  }

  private Optional<TableDescription> parent(TableDescription table) {
    return table
        .parent()
        .flatMap(
            reference ->
                providers
                    .service(table.provider(), reference.service())
                    .flatMap(service -> service.table(reference.table())));
  }
}
