package dev.imago.calcite.schema;

import dev.imago.calcite.catalog.Catalog;
import dev.imago.calcite.method.AnswerColumn;
import dev.imago.calcite.method.MethodTypes;
import dev.imago.calcite.system.SystemTable;
import dev.imago.calcite.type.SqlTypes;
import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.ProviderDescription;
import dev.imago.core.description.ProviderDescription.ServiceEntry;
import dev.imago.core.description.TableDescription;
import dev.imago.core.description.ViewDescription.ViewColumn;
import dev.imago.core.description.WriteArgument;
import dev.imago.core.description.WriteMethod;
import dev.imago.core.provider.ProviderRegistry;
import dev.imago.core.write.AnswerTables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.schema.Table;

/** The catalog as a list, from the descriptions and the system's own tables. */
final class EngineCatalog implements Catalog {
  private final ProviderRegistry providers;
  private final Supplier<List<ViewTable>> views;
  private final Map<String, SystemTable> systemTables;
  private final RelDataTypeFactory typeFactory;
  private final MethodTypes methodTypes;

  EngineCatalog(
      ProviderRegistry providers,
      Supplier<List<ViewTable>> views,
      Map<String, SystemTable> systemTables,
      RelDataTypeFactory typeFactory) {
    this.providers = providers;
    this.views = views;
    this.systemTables = systemTables;
    this.typeFactory = typeFactory;
    this.methodTypes = new MethodTypes(typeFactory, new AnswerTables(providers));
  }

  @Override
  public List<SchemaInfo> schemas() {
    List<SchemaInfo> schemas = new ArrayList<>();
    for (ProviderDescription provider : providers.providers()) {
      for (ServiceEntry service : provider.services()) {
        schemas.add(new SchemaInfo(provider.name(), service.name(), service.says()));
      }
    }
    schemas.add(
        new SchemaInfo(Names.IMAGO, Names.INVENTORY, "All configured clouds, in one shape."));
    schemas.add(new SchemaInfo(Names.IMAGO, Names.SYSTEM, "What the product knows about itself."));
    schemas.sort(Comparator.comparing(SchemaInfo::catalog).thenComparing(SchemaInfo::name));
    return schemas;
  }

  @Override
  public List<TableInfo> tables() {
    List<TableInfo> tables = new ArrayList<>();
    describedTables().forEach(table -> tables.add(described(table)));
    views.get().forEach(view -> tables.add(view(view)));
    systemTables.forEach((name, table) -> tables.add(system(name, table)));
    tables.sort(
        Comparator.comparing(TableInfo::catalog)
            .thenComparing(TableInfo::schema)
            .thenComparing(TableInfo::name));
    return tables;
  }

  @Override
  public List<MethodInfo> methods() {
    List<MethodInfo> methods = new ArrayList<>();
    for (TableDescription table : describedTables()) {
      table.writes().forEach(write -> methods.add(method(table, write)));
    }
    systemTables.forEach(
        (name, table) -> table.methods().forEach(method -> methods.add(own(name, method))));
    methods.sort(
        Comparator.comparing(MethodInfo::catalog)
            .thenComparing(MethodInfo::schema)
            .thenComparing(MethodInfo::table)
            .thenComparing(MethodInfo::name));
    return methods;
  }

  private List<TableDescription> describedTables() {
    List<TableDescription> tables = new ArrayList<>();
    for (ProviderDescription provider : providers.providers()) {
      for (ServiceEntry service : provider.services()) {
        providers
            .service(provider.name(), service.name())
            .ifPresent(found -> tables.addAll(found.tables()));
      }
    }
    return tables;
  }

  private MethodInfo method(TableDescription table, WriteMethod write) {
    return new MethodInfo(
        table.provider(),
        table.service(),
        table.name(),
        write.name(),
        write.says(),
        write.arguments().stream().map(this::argument).toList(),
        methodTypes.answer(table, write).stream().map(EngineCatalog::answered).toList());
  }

  private MethodInfo own(String table, SystemTable.Method method) {
    return new MethodInfo(
        Names.IMAGO,
        Names.SYSTEM,
        table,
        method.name(),
        method.remarks(),
        List.of(),
        method.answer().stream()
            .map(
                column ->
                    new ColumnInfo(
                        column.name(),
                        SqlTypes.nullable(column.type(), typeFactory),
                        column.remarks()))
            .toList());
  }

  private ArgumentInfo argument(WriteArgument argument) {
    return new ArgumentInfo(
        argument.name(),
        MethodTypes.parameter(argument.type(), typeFactory),
        argument.required(),
        argument.says());
  }

  private static ColumnInfo answered(AnswerColumn column) {
    return new ColumnInfo(column.output().label(), column.output().type(), column.says());
  }

  private TableInfo described(TableDescription table) {
    List<String> remarks = table.readableColumns().stream().map(column -> column.says()).toList();
    return new TableInfo(
        table.provider(),
        table.service(),
        table.name(),
        TableKind.TABLE,
        table.says(),
        columns(new ApiTable(table), remarks),
        table.key(),
        parent(table));
  }

  /** The parent, if the table has all columns of its key. */
  private Optional<Reference> parent(TableDescription table) {
    return table
        .parent()
        .flatMap(
            reference ->
                providers
                    .service(table.provider(), reference.service())
                    .flatMap(service -> service.table(reference.table())))
        .filter(parent -> !parent.key().isEmpty())
        .filter(
            parent ->
                table.readableColumns().stream()
                    .map(ColumnDescription::name)
                    .toList()
                    .containsAll(parent.key()))
        .map(
            parent ->
                new Reference(parent.provider(), parent.service(), parent.name(), parent.key()));
  }

  private TableInfo view(ViewTable view) {
    List<String> remarks = view.description().columns().stream().map(ViewColumn::says).toList();
    return new TableInfo(
        Names.IMAGO,
        Names.INVENTORY,
        view.description().name(),
        TableKind.VIEW,
        view.description().says(),
        columns(view, remarks),
        List.of(),
        Optional.empty());
  }

  private TableInfo system(String name, SystemTable table) {
    List<String> remarks = table.columns().stream().map(SystemTable.Column::remarks).toList();
    return new TableInfo(
        Names.IMAGO,
        Names.SYSTEM,
        name,
        TableKind.SYSTEM_TABLE,
        table.remarks(),
        columns(table, remarks),
        List.of(),
        Optional.empty());
  }

  private List<ColumnInfo> columns(Table table, List<String> remarks) {
    List<ColumnInfo> columns = new ArrayList<>();
    RelDataType row = table.getRowType(typeFactory);
    for (RelDataTypeField field : row.getFieldList()) {
      columns.add(new ColumnInfo(field.getName(), field.getType(), remarks.get(field.getIndex())));
    }
    return columns;
  }
}
