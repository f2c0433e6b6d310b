package dev.imago.jdbc.metadata;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What the database has none of: results with JDBC's columns and without rows. */
abstract class EmptyResults extends ProductNames {

  EmptyResults(Product product) {
    super(product);
  }

  /**
   * A result of that shape.
   *
   * @throws SQLException 08003 when the connection is closed
   */
  abstract ResultSet empty(MetadataShape shape) throws SQLException;

  @Override
  public final ResultSet getFunctions(
      @Nullable String catalog, @Nullable String schema, @Nullable String name)
      throws SQLException {
    return empty(MetadataShape.FUNCTIONS);
  }

  @Override
  public final ResultSet getFunctionColumns(
      @Nullable String catalog,
      @Nullable String schema,
      @Nullable String name,
      @Nullable String column)
      throws SQLException {
    return empty(MetadataShape.FUNCTION_COLUMNS);
  }

  @Override
  public final ResultSet getColumnPrivileges(
      @Nullable String catalog,
      @Nullable String schema,
      @Nullable String table,
      @Nullable String column)
      throws SQLException {
    return empty(MetadataShape.COLUMN_PRIVILEGES);
  }

  @Override
  public final ResultSet getTablePrivileges(
      @Nullable String catalog, @Nullable String schema, @Nullable String table)
      throws SQLException {
    return empty(MetadataShape.TABLE_PRIVILEGES);
  }

  @Override
  public final ResultSet getVersionColumns(
      @Nullable String catalog, @Nullable String schema, @Nullable String table)
      throws SQLException {
    return empty(MetadataShape.VERSION_COLUMNS);
  }

  @Override
  public final ResultSet getIndexInfo(
      @Nullable String catalog,
      @Nullable String schema,
      @Nullable String table,
      boolean unique,
      boolean approximate)
      throws SQLException {
    return empty(MetadataShape.INDEXES);
  }

  @Override
  public final ResultSet getUDTs(
      @Nullable String catalog,
      @Nullable String schema,
      @Nullable String name,
      int @Nullable [] types)
      throws SQLException {
    return empty(MetadataShape.USER_TYPES);
  }

  @Override
  public final ResultSet getSuperTypes(
      @Nullable String catalog, @Nullable String schema, @Nullable String name)
      throws SQLException {
    return empty(MetadataShape.SUPER_TYPES);
  }

  @Override
  public final ResultSet getSuperTables(
      @Nullable String catalog, @Nullable String schema, @Nullable String table)
      throws SQLException {
    return empty(MetadataShape.SUPER_TABLES);
  }

  @Override
  public final ResultSet getAttributes(
      @Nullable String catalog,
      @Nullable String schema,
      @Nullable String name,
      @Nullable String attribute)
      throws SQLException {
    return empty(MetadataShape.ATTRIBUTES);
  }

  @Override
  public final ResultSet getClientInfoProperties() throws SQLException {
    return empty(MetadataShape.CLIENT_INFO);
  }

  @Override
  public final ResultSet getPseudoColumns(
      @Nullable String catalog,
      @Nullable String schema,
      @Nullable String table,
      @Nullable String column)
      throws SQLException {
    return empty(MetadataShape.PSEUDO_COLUMNS);
  }
}
