package dev.imago.calcite.exec;

import org.jspecify.annotations.Nullable;

/** A value of a scan: known when the statement is planned, or when it runs. */
public sealed interface Slot {

  /** The value, given the values that are computed when the statement runs. */
  @Nullable Object value(@Nullable Object[] computed);

  /** Known when the statement is planned. */
  record Known(Object value) implements Slot {
    @Override
    public Object value(@Nullable Object[] computed) {
      return value;
    }
  }

  /** Computed when the statement runs: a {@code ?}, or a function. */
  record Computed(int index) implements Slot {
    @Override
    public @Nullable Object value(@Nullable Object[] computed) {
      return computed[index];
    }
  }
}
