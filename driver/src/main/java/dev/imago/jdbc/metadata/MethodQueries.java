package dev.imago.jdbc.metadata;

import static dev.imago.jdbc.metadata.MetadataQueries.row;

import dev.imago.calcite.catalog.Catalog;
import dev.imago.calcite.catalog.Catalog.ArgumentInfo;
import dev.imago.calcite.catalog.Catalog.ColumnInfo;
import dev.imago.calcite.catalog.Catalog.MethodInfo;
import dev.imago.jdbc.value.JdbcType;
import java.sql.DatabaseMetaData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.calcite.rel.type.RelDataType;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the results about procedures, which are the methods of tables. A method's name has
 * its table's in front: {@code images.deprecate}.
 */
final class MethodQueries {
  private static final Comparator<MethodInfo> BY_NAME =
      Comparator.comparing(MethodInfo::catalog)
          .thenComparing(MethodInfo::schema)
          .thenComparing(MethodQueries::name);

  private final Catalog catalog;
  private final boolean nestedAsText;

  MethodQueries(Catalog catalog, boolean nestedAsText) {
    this.catalog = catalog;
    this.nestedAsText = nestedAsText;
  }

  private static String name(MethodInfo method) {
    return method.table() + "." + method.name();
  }

  List<List<@Nullable Object>> procedures(
      @Nullable String catalogName,
      @Nullable String schemaPattern,
      @Nullable String procedurePattern) {
    return matching(catalogName, schemaPattern, procedurePattern)
        .map(
            method ->
                row(
                    method.catalog(),
                    method.schema(),
                    name(method),
                    null,
                    null,
                    null,
                    method.remarks(),
                    (short) DatabaseMetaData.procedureReturnsResult,
                    name(method)))
        .toList();
  }

  List<List<@Nullable Object>> procedureColumns(
      @Nullable String catalogName,
      @Nullable String schemaPattern,
      @Nullable String procedurePattern,
      @Nullable String columnPattern) {
    LikePattern columns = new LikePattern(columnPattern);
    List<List<@Nullable Object>> rows = new ArrayList<>();
    matching(catalogName, schemaPattern, procedurePattern)
        .forEach(method -> addColumns(method, columns, rows));
    return rows;
  }

  private void addColumns(
      MethodInfo method, LikePattern columns, List<List<@Nullable Object>> rows) {
    int position = 0;
    for (ArgumentInfo argument : method.arguments()) {
      position++;
      if (columns.test(argument.name())) {
        rows.add(argument(method, argument, position));
      }
    }
    position = 0;
    for (ColumnInfo column : method.answer()) {
      position++;
      if (columns.test(column.name())) {
        rows.add(answered(method, column, position));
      }
    }
  }

  private List<@Nullable Object> argument(MethodInfo method, ArgumentInfo argument, int position) {
    return column(
        method,
        argument.name(),
        DatabaseMetaData.procedureColumnIn,
        argument.type(),
        !argument.required(),
        argument.remarks(),
        position);
  }

  private List<@Nullable Object> answered(MethodInfo method, ColumnInfo column, int position) {
    return column(
        method,
        column.name(),
        DatabaseMetaData.procedureColumnResult,
        column.type(),
        column.type().isNullable(),
        column.remarks(),
        position);
  }

  private List<@Nullable Object> column(
      MethodInfo method,
      String name,
      int kind,
      RelDataType columnType,
      boolean isNullable,
      String remarks,
      int position) {
    JdbcType type = JdbcType.of(columnType, nestedAsText);
    Integer digits = MetadataQueries.fractionDigits(type);
    return row(
        method.catalog(),
        method.schema(),
        name(method),
        name,
        (short) kind,
        type.code(),
        type.name(),
        type.size(),
        type.size(),
        digits == null ? null : digits.shortValue(),
        type.isNumeric() ? (short) MetadataQueries.DECIMAL_RADIX : null,
        (short)
            (isNullable ? DatabaseMetaData.procedureNullable : DatabaseMetaData.procedureNoNulls),
        remarks,
        null,
        null,
        null,
        type.isText() ? type.size() : null,
        position,
        isNullable ? "YES" : "NO",
        name(method));
  }

  private Stream<MethodInfo> matching(
      @Nullable String catalogName,
      @Nullable String schemaPattern,
      @Nullable String procedurePattern) {
    LikePattern schemas = new LikePattern(schemaPattern);
    LikePattern procedures = new LikePattern(procedurePattern);
    return catalog.methods().stream()
        .filter(method -> MetadataQueries.isCatalog(catalogName, method.catalog()))
        .filter(method -> schemas.test(method.schema()))
        .filter(method -> procedures.test(name(method)))
        .sorted(BY_NAME);
  }
}
