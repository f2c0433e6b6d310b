package dev.imago.jdbc.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MetadataQueriesTest {
  private final MetadataQueries queries = new MetadataQueries(new SampleCatalog(), false);

  @Test
  void listsCatalogsOnce() {
    assertThat(queries.catalogs()).containsExactly(List.of("google"), List.of("imago"));
  }

  @Test
  void listsSchemasOfACatalogByPattern() {
    assertThat(queries.schemas(null, null)).hasSize(4);
    assertThat(queries.schemas("GOOGLE", "VM%")).containsExactly(List.of("vmmigration", "google"));
    assertThat(queries.schemas("", null)).isEmpty();
    assertThat(queries.schemas("goo%", null)).isEmpty();
  }

  @Test
  void listsTablesByTypeAndName() {
    assertThat(queries.tables(null, null, null, null))
        .extracting(row -> row.get(3), row -> row.get(1), row -> row.get(2), row -> row.get(4))
        .containsExactly(
            tuple("SYSTEM TABLE", "system", "calls", "The calls."),
            tuple("TABLE", "compute", "image_family_views", "Families."),
            tuple("TABLE", "compute", "images", "Disk images."),
            tuple("VIEW", "inventory", "images", "Images of all clouds."));
  }

  @Test
  void listsTablesThatEveryFilterLetsThrough() {
    assertThat(names(queries.tables("google", "%", "images", null), 2)).containsExactly("images");
    assertThat(names(queries.tables(null, "inv%", null, List.of("VIEW", "TABLE")), 0))
        .containsExactly("imago");
    assertThat(queries.tables("zz", null, null, null)).isEmpty();
    assertThat(queries.tables(null, null, null, List.of())).isEmpty();
    assertThat(names(queries.tables(null, null, "image\\_family%", null), 2))
        .containsExactly("image_family_views");
  }

  @Test
  void describesColumns() {
    assertThat(queries.columns("google", "compute", "images", null))
        .extracting(
            row -> row.get(3),
            row -> row.get(4),
            row -> row.get(5),
            row -> row.get(6),
            row -> row.get(8),
            row -> row.get(16),
            row -> row.get(17))
        .containsExactly(
            tuple("project", Types.VARCHAR, "VARCHAR", Integer.MAX_VALUE, null, 1, "NO"),
            tuple("name", Types.VARCHAR, "VARCHAR", Integer.MAX_VALUE, null, 2, "NO"),
            tuple("id", Types.DECIMAL, "DECIMAL", 19, 0, 3, "NO"),
            tuple("diskSizeGb", Types.BIGINT, "BIGINT", 19, 0, 4, "YES"),
            tuple("creationTimestamp", Types.TIMESTAMP, "TIMESTAMP", 23, 3, 5, "NO"),
            tuple("licenses", Types.ARRAY, "ARRAY", 0, null, 6, "YES"),
            tuple("labels", Types.OTHER, "MAP", 0, null, 7, "NO"),
            tuple("deprecated", Types.STRUCT, "ROW", 0, null, 8, "NO"));
  }

  @Test
  void keepsAColumnsPositionWhenOthersAreFilteredOut() {
    assertThat(queries.columns(null, null, "images", "DISK%"))
        .extracting(row -> row.get(3), row -> row.get(11), row -> row.get(16))
        .containsExactly(tuple("diskSizeGb", "The size.", 4));
  }

  @Test
  void describesNestedColumnsAsTextWhereToolsKnowNoOthers() {
    MetadataQueries asText = new MetadataQueries(new SampleCatalog(), true);

    assertThat(names(asText.columns("google", null, "images", "l%"), 5))
        .containsExactly("VARCHAR", "VARCHAR");
  }

  @Test
  void tellsThePrimaryKeyByColumnName() {
    assertThat(queries.primaryKeys(new TableName("google", "compute", "IMAGES")))
        .extracting(row -> row.get(3), row -> row.get(4))
        .containsExactly(tuple("name", (short) 2), tuple("project", (short) 1));
    assertThat(queries.primaryKeys(new TableName(null, null, "image%"))).isEmpty();
  }

  @Test
  void tellsWhichTableLiesBelowWhich() {
    ReferenceQueries references = new ReferenceQueries(new SampleCatalog());
    TableName parent = new TableName("google", "compute", "Images");
    TableName child = new TableName("google", null, "image_family_views");

    assertThat(references.imported(child))
        .isEqualTo(references.exported(parent))
        .isEqualTo(references.between(parent, child))
        .extracting(row -> row.get(2), row -> row.get(3), row -> row.get(6), row -> row.get(8))
        .containsExactly(
            tuple("images", "project", "image_family_views", (short) 1),
            tuple("images", "name", "image_family_views", (short) 2));
    assertThat(references.imported(child).get(0))
        .hasSameSizeAs(MetadataShape.FOREIGN_KEYS.columns());
    assertThat(references.imported(parent)).isEmpty();
    assertThat(references.exported(child)).isEmpty();
    assertThat(references.between(child, parent)).isEmpty();
  }

  @Test
  void identifiesARowByItsKey() {
    assertThat(names(queries.bestRowIdentifier(new TableName("google", "compute", "images")), 1))
        .containsExactly("project", "name");
  }

  @ParameterizedTest
  @EnumSource
  void describesTypesInRowsOfTheShape(TypeInfo type) {
    assertThat(TypeInfo.rows())
        .allSatisfy(row -> assertThat(row).hasSameSizeAs(MetadataShape.TYPES.columns()))
        .anySatisfy(row -> assertThat(row.get(0)).isEqualTo(type.name()));
  }

  @Test
  void ordersTypesByCode() {
    assertThat(
            TypeInfo.rows().stream().mapToInt(row -> row.get(1) instanceof Integer code ? code : 0))
        .isSorted();
  }

  @Test
  void givesEachResultAsManyColumnsAsItsRowsHave() {
    assertThat(queries.tables(null, null, null, null).get(0))
        .hasSameSizeAs(MetadataShape.TABLES.columns());
    assertThat(queries.columns(null, null, null, null).get(0))
        .hasSameSizeAs(MetadataShape.COLUMNS.columns());
    assertThat(queries.primaryKeys(new TableName(null, null, "images")).get(0))
        .hasSameSizeAs(MetadataShape.PRIMARY_KEYS.columns());
    assertThat(queries.bestRowIdentifier(new TableName(null, null, "images")).get(0))
        .hasSameSizeAs(MetadataShape.BEST_ROW_IDENTIFIER.columns());
  }

  @ParameterizedTest
  @EnumSource
  void namesColumnsAsJdbcDoes(MetadataShape shape) {
    assertThat(shape.columns())
        .isNotEmpty()
        .allSatisfy(
            column ->
                assertThat(column.name())
                    .isEqualTo(column.name().toUpperCase(Locale.ROOT))
                    .matches("[A-Z_0-9]+"));
  }

  private static List<@Nullable Object> names(List<List<@Nullable Object>> rows, int column) {
    List<@Nullable Object> names = new ArrayList<>();
    rows.forEach(row -> names.add(row.get(column)));
    return names;
  }
}
