package dev.imago.jdbc.metadata;

import dev.imago.calcite.catalog.Catalog;
import dev.imago.calcite.catalog.Catalog.ColumnInfo;
import dev.imago.calcite.catalog.Catalog.SchemaInfo;
import dev.imago.calcite.catalog.Catalog.TableInfo;
import dev.imago.calcite.catalog.Catalog.TableKind;
import dev.imago.jdbc.value.JdbcType;
import java.sql.DatabaseMetaData;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the metadata results, read from the catalog. Names are compared whatever their letter
 * case; a catalog is a name, not a pattern.
 */
final class MetadataQueries {
  private static final Comparator<TableInfo> BY_NAME =
      Comparator.comparing(TableInfo::catalog)
          .thenComparing(TableInfo::schema)
          .thenComparing(TableInfo::name);
  static final int DECIMAL_RADIX = 10;

  private final Catalog catalog;
  private final boolean nestedAsText;

  MetadataQueries(Catalog catalog, boolean nestedAsText) {
    this.catalog = catalog;
    this.nestedAsText = nestedAsText;
  }

  /** What JDBC calls a kind of table. */
  static String typeName(TableKind kind) {
    return switch (kind) {
      case TABLE -> "TABLE";
      case VIEW -> "VIEW";
      case SYSTEM_TABLE -> "SYSTEM TABLE";
    };
  }

  List<List<@Nullable Object>> catalogs() {
    return catalog.schemas().stream()
        .map(SchemaInfo::catalog)
        .distinct()
        .sorted()
        .map(name -> row(name))
        .toList();
  }

  List<List<@Nullable Object>> schemas(@Nullable String catalogName, @Nullable String pattern) {
    LikePattern schemaPattern = new LikePattern(pattern);
    return catalog.schemas().stream()
        .filter(schema -> isCatalog(catalogName, schema.catalog()))
        .filter(schema -> schemaPattern.test(schema.name()))
        .sorted(Comparator.comparing(SchemaInfo::catalog).thenComparing(SchemaInfo::name))
        .map(schema -> row(schema.name(), schema.catalog()))
        .toList();
  }

  List<List<@Nullable Object>> tableTypes() {
    return Arrays.stream(TableKind.values())
        .map(MetadataQueries::typeName)
        .sorted()
        .map(name -> row(name))
        .toList();
  }

  /**
   * @param types what {@link #typeName} gives; null is every kind
   */
  List<List<@Nullable Object>> tables(
      @Nullable String catalogName,
      @Nullable String schemaPattern,
      @Nullable String tablePattern,
      @Nullable List<@Nullable String> types) {
    return matching(catalogName, schemaPattern, tablePattern)
        .filter(table -> types == null || types.contains(typeName(table.kind())))
        .sorted(
            Comparator.comparing((TableInfo table) -> typeName(table.kind()))
                .thenComparing(BY_NAME))
        .map(
            table ->
                row(
                    table.catalog(),
                    table.schema(),
                    table.name(),
                    typeName(table.kind()),
                    table.remarks(),
                    null,
                    null,
                    null,
                    null,
                    null))
        .toList();
  }

  List<List<@Nullable Object>> columns(
      @Nullable String catalogName,
      @Nullable String schemaPattern,
      @Nullable String tablePattern,
      @Nullable String columnPattern) {
    LikePattern pattern = new LikePattern(columnPattern);
    List<List<@Nullable Object>> rows = new ArrayList<>();
    matching(catalogName, schemaPattern, tablePattern)
        .sorted(BY_NAME)
        .forEach(
            table -> {
              for (int i = 0; i < table.columns().size(); i++) {
                ColumnInfo column = table.columns().get(i);
                if (pattern.test(column.name())) {
                  rows.add(column(table, column, i + 1));
                }
              }
            });
    return rows;
  }

  private List<@Nullable Object> column(TableInfo table, ColumnInfo column, int position) {
    JdbcType type = JdbcType.of(column.type(), nestedAsText);
    boolean isNullable = column.type().isNullable();
    return row(
        table.catalog(),
        table.schema(),
        table.name(),
        column.name(),
        type.code(),
        type.name(),
        type.size(),
        null,
        fractionDigits(type),
        type.isNumeric() ? DECIMAL_RADIX : null,
        isNullable ? DatabaseMetaData.columnNullable : DatabaseMetaData.columnNoNulls,
        column.remarks(),
        null,
        null,
        null,
        type.isText() ? type.size() : null,
        position,
        isNullable ? "YES" : "NO",
        null,
        null,
        null,
        null,
        "NO",
        "NO");
  }

  /** Digits after the point; null where a type has no such thing. */
  static @Nullable Integer fractionDigits(JdbcType type) {
    return switch (type.code()) {
      case Types.TINYINT,
          Types.SMALLINT,
          Types.INTEGER,
          Types.BIGINT,
          Types.DECIMAL,
          Types.TIME,
          Types.TIMESTAMP ->
          type.scale();
      default -> null;
    };
  }

  /** The table's key, by column name as JDBC orders it. */
  List<List<@Nullable Object>> primaryKeys(TableName name) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    named(name)
        .sorted(BY_NAME)
        .forEach(
            table ->
                table.key().stream()
                    .sorted()
                    .forEach(
                        column ->
                            rows.add(
                                row(
                                    table.catalog(),
                                    table.schema(),
                                    table.name(),
                                    column,
                                    (short) (table.key().indexOf(column) + 1),
                                    null))));
    return rows;
  }

  /** The table's key again: it names a row for as long as the row is there. */
  List<List<@Nullable Object>> bestRowIdentifier(TableName name) {
    return named(name)
        .sorted(BY_NAME)
        .flatMap(table -> table.key().stream().flatMap(column -> table.column(column).stream()))
        .map(this::identifier)
        .toList();
  }

  private List<@Nullable Object> identifier(ColumnInfo column) {
    JdbcType type = JdbcType.of(column.type(), nestedAsText);
    return row(
        (short) DatabaseMetaData.bestRowSession,
        column.name(),
        type.code(),
        type.name(),
        type.size(),
        null,
        (short) type.scale(),
        (short) DatabaseMetaData.bestRowNotPseudo);
  }

  private Stream<TableInfo> matching(
      @Nullable String catalogName, @Nullable String schemaPattern, @Nullable String tablePattern) {
    LikePattern schemas = new LikePattern(schemaPattern);
    LikePattern tables = new LikePattern(tablePattern);
    return catalog.tables().stream()
        .filter(table -> isCatalog(catalogName, table.catalog()))
        .filter(table -> schemas.test(table.schema()))
        .filter(table -> tables.test(table.name()));
  }

  private Stream<TableInfo> named(TableName name) {
    return catalog.tables().stream()
        .filter(table -> name.matches(table.catalog(), table.schema(), table.name()));
  }

  /** Null is any catalog. The empty name asks for tables without one, and there are none. */
  static boolean isCatalog(@Nullable String wanted, String name) {
    return wanted == null || wanted.equalsIgnoreCase(name);
  }

  static List<@Nullable Object> row(@Nullable Object... values) {
    return Arrays.asList(values);
  }
}
