package dev.imago.calcite.plan;

import dev.imago.calcite.catalog.Catalog;
import dev.imago.calcite.catalog.Catalog.SchemaInfo;
import dev.imago.calcite.catalog.Catalog.TableInfo;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.NearestName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.util.SqlBasicVisitor;

/** Finds what a name that does not exist was most likely meant to be. */
final class NameHints {
  private static final Pattern QUOTED_NAME = Pattern.compile("'([^']*)'");

  private final Catalog catalog;

  NameHints(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * The end of the error's message: {@code ; did you mean "images"?}, or nothing.
   *
   * @param message names what was not found first
   */
  String hint(ErrorCode code, String message, SqlNode statement, NameScope scope) {
    Matcher name = QUOTED_NAME.matcher(message);
    if (!name.find()) {
      return "";
    }
    return switch (code) {
      case TABLE_NOT_FOUND -> table(name.group(1));
      case COLUMN_NOT_FOUND -> column(name.group(1), columns(statement, scope));
      default -> "";
    };
  }

  /** A table of that name in another schema, else the name that is most like it. */
  private String table(String name) {
    List<TableInfo> tables = catalog.tables();
    Optional<TableInfo> elsewhere =
        tables.stream().filter(table -> table.name().equalsIgnoreCase(name)).findFirst();
    return elsewhere.isPresent()
        ? "; did you mean " + qualified(elsewhere.get()) + "?"
        : NearestName.find(name, tables.stream().map(TableInfo::name).toList())
            .flatMap(near -> tables.stream().filter(t -> t.name().equals(near)).findFirst())
            .map(near -> "; did you mean " + qualified(near) + "?")
            .orElseGet(() -> schema(name));
  }

  private String schema(String name) {
    List<SchemaInfo> schemas = catalog.schemas();
    return NearestName.find(name, schemas.stream().map(SchemaInfo::name).toList())
        .flatMap(near -> schemas.stream().filter(s -> s.name().equals(near)).findFirst())
        .map(near -> "; did you mean " + near.catalog() + "." + near.name() + "?")
        .orElseGet(
            () ->
                NearestName.find(name, schemas.stream().map(SchemaInfo::catalog).toList())
                    .map(near -> "; did you mean " + near + "?")
                    .orElse(""));
  }

  /** A column, or the field of one that is a row: {@code deprecated.sate}. */
  private static String column(String name, Map<String, RelDataType> columns) {
    int dot = name.indexOf('.');
    RelDataType row = dot < 0 ? null : columns.get(name.substring(0, dot));
    return row == null || !row.isStruct()
        ? NearestName.hint(name, columns.keySet())
        : column(name.substring(dot + 1), fields(row));
  }

  private static Map<String, RelDataType> fields(RelDataType row) {
    Map<String, RelDataType> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    row.getFieldList().forEach(field -> fields.put(field.getName(), field.getType()));
    return fields;
  }

  private static String qualified(TableInfo table) {
    return table.catalog() + "." + table.schema() + "." + table.name();
  }

  /** The columns of every table that the statement names. */
  private static Map<String, RelDataType> columns(SqlNode statement, NameScope scope) {
    Map<String, RelDataType> columns = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    statement.accept(
        new SqlBasicVisitor<Void>() {
          @Override
          public Void visit(SqlIdentifier identifier) {
            RelOptTable table = scope.getTable(identifier.names);
            if (table != null) {
              columns.putAll(fields(table.getRowType()));
            }
            return super.visit(identifier);
          }
        });
    return columns;
  }
}
