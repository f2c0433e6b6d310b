package dev.imago.jdbc.metadata;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the database has none of: results with JDBC's columns and without rows. */
abstract class EmptyResults extends ProductNames {

  EmptyResults(Product product) {
    super(product);
  }

  /** A result of that shape. */
  abstract ResultSet result(MetadataShape shape, List<List<@Nullable Object>> rows)
      throws SQLException;

  @Override
  public final ResultSet getFunctions(
      @Nullable String catalog, @Nullable String schema, @Nullable String name)
      throws SQLException {
    return result(MetadataShape.FUNCTIONS, List.of());
  }

  @Override
  public final ResultSet getFunctionColumns(
      @Nullable String catalog,
      @Nullable String schema,
      @Nullable String name,
      @Nullable String column)
      throws SQLException {
    return result(MetadataShape.FUNCTION_COLUMNS, List.of());
  }

  @Override
  public final ResultSet getColumnPrivileges(
      @Nullable String catalog,
      @Nullable String schema,
      @Nullable String table,
      @Nullable String column)
      throws SQLException {
    return result(MetadataShape.COLUMN_PRIVILEGES, List.of());
  }

  @Override
  public final ResultSet getTablePrivileges(
      @Nullable String catalog, @Nullable String schema, @Nullable String table)
      throws SQLException {
    return result(MetadataShape.TABLE_PRIVILEGES, List.of());
  }

  @Override
  public final ResultSet getVersionColumns(
      @Nullable String catalog, @Nullable String schema, @Nullable String table)
      throws SQLException {
    return result(MetadataShape.VERSION_COLUMNS, List.of());
  }

  @Override
  public final ResultSet getImportedKeys(
      @Nullable String catalog, @Nullable String schema, @Nullable String table)
      throws SQLException {
    return result(MetadataShape.FOREIGN_KEYS, List.of());
  }

  @Override
  public final ResultSet getExportedKeys(
      @Nullable String catalog, @Nullable String schema, @Nullable String table)
      throws SQLException {
    return result(MetadataShape.FOREIGN_KEYS, List.of());
  }

  @Override
  public final ResultSet getCrossReference(
      @Nullable String catalog,
      @Nullable String schema,
      @Nullable String table,
      @Nullable String foreignCatalog,
      @Nullable String foreignSchema,
      @Nullable String foreignTable)
      throws SQLException {
    return result(MetadataShape.FOREIGN_KEYS, List.of());
  }

  @Override
  public final ResultSet getIndexInfo(
      @Nullable String catalog,
      @Nullable String schema,
      @Nullable String table,
      boolean unique,
      boolean approximate)
      throws SQLException {
    return result(MetadataShape.INDEXES, List.of());
  }

  @Override
  public final ResultSet getUDTs(
      @Nullable String catalog,
      @Nullable String schema,
      @Nullable String name,
      int @Nullable [] types)
      throws SQLException {
    return result(MetadataShape.USER_TYPES, List.of());
  }

  @Override
  public final ResultSet getSuperTypes(
      @Nullable String catalog, @Nullable String schema, @Nullable String name)
      throws SQLException {
    return result(MetadataShape.SUPER_TYPES, List.of());
  }

  @Override
  public final ResultSet getSuperTables(
      @Nullable String catalog, @Nullable String schema, @Nullable String table)
      throws SQLException {
    return result(MetadataShape.SUPER_TABLES, List.of());
  }

  @Override
  public final ResultSet getAttributes(
      @Nullable String catalog,
      @Nullable String schema,
      @Nullable String name,
      @Nullable String attribute)
      throws SQLException {
    return result(MetadataShape.ATTRIBUTES, List.of());
  }

  @Override
  public final ResultSet getClientInfoProperties() throws SQLException {
    return result(MetadataShape.CLIENT_INFO, List.of());
  }

  @Override
  public final ResultSet getPseudoColumns(
      @Nullable String catalog,
      @Nullable String schema,
      @Nullable String table,
      @Nullable String column)
      throws SQLException {
    return result(MetadataShape.PSEUDO_COLUMNS, List.of());
  }
}
