package dev.imago.differential;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Any order of rows, so that two bags can be laid side by side. */
final class RowOrder implements Comparator<List<@Nullable Object>> {
  @Override
  public int compare(List<@Nullable Object> one, List<@Nullable Object> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      int order = compareValues(one.get(i), other.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.size(), other.size());
  }

  private static int compareValues(@Nullable Object one, @Nullable Object other) {
    if (one == null || other == null) {
      return Boolean.compare(one != null, other != null);
    }
    if (isNumber(one) && isNumber(other)) {
      return number(one).compareTo(number(other));
    }
    if (one instanceof LocalDateTime first && other instanceof LocalDateTime second) {
      return first.compareTo(second);
    }
    if (one instanceof Boolean first && other instanceof Boolean second) {
      return Boolean.compare(first, second);
    }
    return one.toString().compareTo(other.toString());
  }

  private static boolean isNumber(Object value) {
    return value instanceof BigDecimal || value instanceof Double;
  }

  private static BigDecimal number(Object value) {
    return new BigDecimal(value.toString());
  }
}
