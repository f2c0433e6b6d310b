package dev.imago.calcite.direct;

import org.apache.calcite.DataContext;
import org.jspecify.annotations.Nullable;

/** An expression that is evaluated as it stands. */
interface RowExpression {

  /**
   * The value, as Calcite's enumerable runtime has it; null is NULL or unknown.
   *
   * @param row what the input references refer to
   * @param context what the {@code ?} refer to
   */
  @Nullable Object value(@Nullable Object[] row, DataContext context);
}
