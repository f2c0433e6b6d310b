package dev.imago.calcite.catalog;

import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.type.RelDataType;

/**
 * Everything that can be named in a statement, from the descriptions alone: reading it makes no API
 * call. Catalogs are providers, schemas are services.
 */
public interface Catalog {

  /** Every schema, by catalog and name. */
  List<SchemaInfo> schemas();

  /** Every table, by catalog, schema and name. */
  List<TableInfo> tables();

  /** Every method that EXEC and CALL run, by catalog, schema, table and name. */
  List<MethodInfo> methods();

  /** A schema of a catalog. */
  record SchemaInfo(String catalog, String name, String remarks) {}

  /** What a table is. */
  enum TableKind {
    /** Rows of a cloud. */
    TABLE,
    /** A query over other tables. */
    VIEW,
    /** Rows about the product itself; reading them makes no call. */
    SYSTEM_TABLE
  }

  /**
   * A table with its columns.
   *
   * @param remarks what a row is
   * @param columns in the order of {@code SELECT *}
   * @param key the names of the columns that identify a row; empty when none do
   * @param parent the table whose rows this one's lie below
   */
  record TableInfo(
      String catalog,
      String schema,
      String name,
      TableKind kind,
      String remarks,
      List<ColumnInfo> columns,
      List<String> key,
      Optional<Reference> parent) {
    public TableInfo {
      columns = List.copyOf(columns);
      key = List.copyOf(key);
    }

    /** The column of that name, whatever its letter case. */
    public Optional<ColumnInfo> column(String name) {
      return columns.stream().filter(column -> column.name().equalsIgnoreCase(name)).findFirst();
    }
  }

  /**
   * A table whose whole key stands in another one's columns, under the same names.
   *
   * @param key in the order of the path
   */
  record Reference(String catalog, String schema, String table, List<String> key) {
    public Reference {
      key = List.copyOf(key);
    }
  }

  /**
   * A column.
   *
   * @param type with its nullability
   * @param remarks what it holds
   */
  record ColumnInfo(String name, RelDataType type, String remarks) {}

  /**
   * A method of a table.
   *
   * @param remarks what it does
   * @param arguments in the order in which they are given by place
   * @param answer the columns of the row that it gives
   */
  record MethodInfo(
      String catalog,
      String schema,
      String table,
      String name,
      String remarks,
      List<ArgumentInfo> arguments,
      List<ColumnInfo> answer) {
    public MethodInfo {
      arguments = List.copyOf(arguments);
      answer = List.copyOf(answer);
    }
  }

  /**
   * An argument of a method.
   *
   * @param type of a {@code ?} that gives it
   * @param required whether the method cannot be run without it
   * @param remarks what it is
   */
  record ArgumentInfo(String name, RelDataType type, boolean required, String remarks) {}
}
