package dev.imago.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.core.description.ColumnType.ArrayOf;
import dev.imago.core.description.ColumnType.Field;
import dev.imago.core.description.ColumnType.MapOf;
import dev.imago.core.description.ColumnType.RowOf;
import dev.imago.core.description.ColumnType.Scalar;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SqlTypeNamesTest {
  private static final RowOf STEP =
      new RowOf(
          List.of(
              new Field("at", "at", Scalar.TIMESTAMP, "When.", List.of(), false),
              new Field("notes", "notes", new MapOf(Scalar.JSON), "Notes.", List.of(), false)));

  @Test
  void theShortNameLeavesOutTheFieldsOfARow() {
    assertThat(SqlTypeNames.of(new ArrayOf(STEP))).isEqualTo("ROW ARRAY");
    assertThat(SqlTypeNames.of(new MapOf(STEP))).isEqualTo("MAP<VARCHAR, ROW>");
  }

  @Test
  void theWholeNameHasThem() {
    assertThat(SqlTypeNames.whole(new ArrayOf(STEP)))
        .isEqualTo("ROW(at TIMESTAMP(3), notes MAP<VARCHAR, VARCHAR>) ARRAY");
    assertThat(SqlTypeNames.whole(Scalar.UINT64)).isEqualTo("DECIMAL(20,0)");
  }
}
