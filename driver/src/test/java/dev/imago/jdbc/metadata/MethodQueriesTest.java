package dev.imago.jdbc.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.DatabaseMetaData;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MethodQueriesTest {
  private static final short IN = (short) DatabaseMetaData.procedureColumnIn;
  private static final short RESULT = (short) DatabaseMetaData.procedureColumnResult;

  private final MethodQueries queries = new MethodQueries(new SampleCatalog(), false);

  @Test
  void listsMethodsByNameWithTheirTables() {
    assertThat(queries.procedures(null, null, null))
        .allSatisfy(row -> assertThat(row).hasSameSizeAs(MetadataShape.PROCEDURES.columns()))
        .extracting(row -> row.get(1), row -> row.get(2), row -> row.get(6))
        .containsExactly(
            tuple("compute", "images.deprecate", "Sets the deprecation."),
            tuple("compute", "images.insert", "Makes an image."),
            tuple("vmmigration", "image_imports.delete", "Forgets an import."));
  }

  @Test
  void listsWhatEveryFilterLetsThrough() {
    assertThat(names(queries.procedures("GOOGLE", "comp%", "IMAGES.%")))
        .containsExactly("images.deprecate", "images.insert");
    assertThat(names(queries.procedures(null, null, "%.delete")))
        .containsExactly("image_imports.delete");
    assertThat(queries.procedures("", null, null)).isEmpty();
    assertThat(queries.procedures(null, "compute", "image\\_imports.%")).isEmpty();
  }

  @Test
  void describesArgumentsAndThenTheAnswer() {
    assertThat(queries.procedureColumns("google", "compute", "images.deprecate", null))
        .allSatisfy(row -> assertThat(row).hasSameSizeAs(MetadataShape.PROCEDURE_COLUMNS.columns()))
        .extracting(
            row -> row.get(3),
            row -> row.get(4),
            row -> row.get(5),
            row -> row.get(9),
            row -> row.get(17),
            row -> row.get(18))
        .containsExactly(
            tuple("project", IN, Types.VARCHAR, null, 1, "NO"),
            tuple("diskSizeGb", IN, Types.BIGINT, (short) 0, 2, "YES"),
            tuple("name", RESULT, Types.VARCHAR, null, 1, "NO"),
            tuple("progress", RESULT, Types.INTEGER, (short) 0, 2, "YES"));
  }

  @Test
  void keepsAPositionWhenOthersAreFilteredOut() {
    assertThat(queries.procedureColumns(null, null, "images.deprecate", "DISK%"))
        .extracting(row -> row.get(3), row -> row.get(12), row -> row.get(17))
        .containsExactly(tuple("diskSizeGb", "The size.", 2));
  }

  private static List<@Nullable Object> names(List<List<@Nullable Object>> rows) {
    return rows.stream().map(row -> row.get(2)).toList();
  }
}
