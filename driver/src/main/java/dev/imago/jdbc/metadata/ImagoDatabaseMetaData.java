package dev.imago.jdbc.metadata;

import dev.imago.calcite.catalog.Catalog;
import dev.imago.calcite.statement.OutputColumn;
import dev.imago.jdbc.contract.SqlErrors;
import dev.imago.jdbc.result.ImagoResultSet;
import dev.imago.jdbc.result.ListCursor;
import dev.imago.jdbc.result.ResultColumns;
import dev.imago.jdbc.result.ResultOwner;
import dev.imago.jdbc.value.BasicTypes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is in the database. Read from the descriptions alone: no statement is planned and no call is
 * made.
 */
public final class ImagoDatabaseMetaData extends EmptyResults {
  private final Connection connection;
  private final Supplier<Catalog> catalog;
  private final boolean nestedAsText;

  /**
   * @param product what the connection is to
   * @param catalog asked for with the first result that needs it
   * @param nestedAsText whether nested columns are shown as VARCHAR
   */
  public ImagoDatabaseMetaData(
      Connection connection, Product product, Supplier<Catalog> catalog, boolean nestedAsText) {
    super(product);
    this.connection = connection;
    this.catalog = catalog;
    this.nestedAsText = nestedAsText;
  }

  @Override
  public Connection getConnection() {
    return connection;
  }

  @Override
  public boolean isReadOnly() throws SQLException {
    return connection.isReadOnly();
  }

  @Override
  public ResultSet getCatalogs() throws SQLException {
    return query(MetadataShape.CATALOGS, MetadataQueries::catalogs);
  }

  @Override
  public ResultSet getSchemas() throws SQLException {
    return getSchemas(null, null);
  }

  @Override
  public ResultSet getSchemas(@Nullable String catalogName, @Nullable String schemaPattern)
      throws SQLException {
    return query(MetadataShape.SCHEMAS, queries -> queries.schemas(catalogName, schemaPattern));
  }

  @Override
  public ResultSet getTableTypes() throws SQLException {
    return query(MetadataShape.TABLE_TYPES, MetadataQueries::tableTypes);
  }

  @Override
  public ResultSet getTables(
      @Nullable String catalogName,
      @Nullable String schemaPattern,
      @Nullable String tablePattern,
      @Nullable String @Nullable [] types)
      throws SQLException {
    List<@Nullable String> kinds = types == null ? null : Arrays.asList(types);
    return query(
        MetadataShape.TABLES,
        queries -> queries.tables(catalogName, schemaPattern, tablePattern, kinds));
  }

  @Override
  public ResultSet getColumns(
      @Nullable String catalogName,
      @Nullable String schemaPattern,
      @Nullable String tablePattern,
      @Nullable String columnPattern)
      throws SQLException {
    return query(
        MetadataShape.COLUMNS,
        queries -> queries.columns(catalogName, schemaPattern, tablePattern, columnPattern));
  }

  @Override
  public ResultSet getPrimaryKeys(
      @Nullable String catalogName, @Nullable String schema, @Nullable String table)
      throws SQLException {
    return query(
        MetadataShape.PRIMARY_KEYS,
        queries -> queries.primaryKeys(new TableName(catalogName, schema, table)));
  }

  @Override
  public ResultSet getBestRowIdentifier(
      @Nullable String catalogName,
      @Nullable String schema,
      @Nullable String table,
      int scope,
      boolean nullable)
      throws SQLException {
    return query(
        MetadataShape.BEST_ROW_IDENTIFIER,
        queries -> queries.bestRowIdentifier(new TableName(catalogName, schema, table)));
  }

  /** The key of the table that a table's rows lie below. */
  @Override
  public ResultSet getImportedKeys(
      @Nullable String catalogName, @Nullable String schema, @Nullable String table)
      throws SQLException {
    return query(
        MetadataShape.FOREIGN_KEYS,
        () ->
            new ReferenceQueries(catalog.get())
                .imported(new TableName(catalogName, schema, table)));
  }

  /** The tables whose rows lie below a table's. */
  @Override
  public ResultSet getExportedKeys(
      @Nullable String catalogName, @Nullable String schema, @Nullable String table)
      throws SQLException {
    return query(
        MetadataShape.FOREIGN_KEYS,
        () ->
            new ReferenceQueries(catalog.get())
                .exported(new TableName(catalogName, schema, table)));
  }

  @Override
  public ResultSet getCrossReference(
      @Nullable String parentCatalog,
      @Nullable String parentSchema,
      @Nullable String parentTable,
      @Nullable String foreignCatalog,
      @Nullable String foreignSchema,
      @Nullable String foreignTable)
      throws SQLException {
    return query(
        MetadataShape.FOREIGN_KEYS,
        () ->
            new ReferenceQueries(catalog.get())
                .between(
                    new TableName(parentCatalog, parentSchema, parentTable),
                    new TableName(foreignCatalog, foreignSchema, foreignTable)));
  }

  /** The methods that EXEC and CALL run. */
  @Override
  public ResultSet getProcedures(
      @Nullable String catalogName,
      @Nullable String schemaPattern,
      @Nullable String procedurePattern)
      throws SQLException {
    return query(
        MetadataShape.PROCEDURES,
        () ->
            new MethodQueries(catalog.get(), nestedAsText)
                .procedures(catalogName, schemaPattern, procedurePattern));
  }

  /** What the methods take, and the columns of the row that each answers. */
  @Override
  public ResultSet getProcedureColumns(
      @Nullable String catalogName,
      @Nullable String schemaPattern,
      @Nullable String procedurePattern,
      @Nullable String columnPattern)
      throws SQLException {
    return query(
        MetadataShape.PROCEDURE_COLUMNS,
        () ->
            new MethodQueries(catalog.get(), nestedAsText)
                .procedureColumns(catalogName, schemaPattern, procedurePattern, columnPattern));
  }

  @Override
  public ResultSet getTypeInfo() throws SQLException {
    return query(MetadataShape.TYPES, TypeInfo::rows);
  }

  private ResultSet query(
      MetadataShape shape, Function<MetadataQueries, List<List<@Nullable Object>>> question)
      throws SQLException {
    return query(shape, () -> question.apply(new MetadataQueries(catalog.get(), nestedAsText)));
  }

  private ResultSet query(MetadataShape shape, Supplier<List<List<@Nullable Object>>> rows)
      throws SQLException {
    if (connection.isClosed()) {
      throw SqlErrors.closed("connection");
    }
    return SqlErrors.translate(() -> result(shape, rows.get()));
  }

  @Override
  ResultSet empty(MetadataShape shape) throws SQLException {
    return query(shape, () -> List.of());
  }

  private static ResultSet result(MetadataShape shape, List<List<@Nullable Object>> rows) {
    BasicTypes types = new BasicTypes();
    List<OutputColumn> columns =
        shape.columns().stream()
            .map(
                column ->
                    new OutputColumn(
                        column.name(), types.of(column.type(), true), Optional.empty()))
            .toList();
    return new ImagoResultSet(
        new ResultColumns(columns, false), new ListCursor(rows), ResultOwner.NONE, 0);
  }
}
