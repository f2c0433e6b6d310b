package dev.imago.calcite.exec;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of a long IN list, looked up in constant time. Called by the generated code. */
public final class ValueSet {
  /** The name of {@link #contains} as an SQL function. */
  public static final String FUNCTION = "IN_LIST";

  private final Set<Object> values = new HashSet<>();

  /**
   * A set of these values.
   *
   * @param values texts, or numbers of any kind
   */
  public ValueSet(Collection<?> values) {
    values.forEach(value -> this.values.add(comparable(value)));
  }

  /**
   * Whether the set has the value; NULL for NULL.
   *
   * @param set a {@link ValueSet}
   */
  public static @Nullable Boolean contains(@Nullable Object value, Object set) {
    return value == null ? null : ((ValueSet) set).values.contains(comparable(value));
  }

  /** Equal numbers are equal whatever their class and scale. */
  private static Object comparable(Object value) {
    if (value instanceof BigDecimal decimal) {
      return decimal.stripTrailingZeros();
    }
    return value instanceof Integer || value instanceof Long || value instanceof Short
        ? BigDecimal.valueOf(((Number) value).longValue()).stripTrailingZeros()
        : value;
  }
}
