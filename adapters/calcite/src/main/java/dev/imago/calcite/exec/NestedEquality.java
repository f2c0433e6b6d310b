package dev.imago.calcite.exec;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether two lists or maps have equal elements. Calcite's own comparison also wants them to be of
 * one Java class, which those of an answer and of a literal are not. Called by the generated code.
 */
public final class NestedEquality {
  /** The name of {@link #equal} as an SQL function. */
  public static final String FUNCTION = "NESTED_EQUAL";

  private NestedEquality() {}

  /** Equality of two values; NULL where one of them is NULL. */
  public static @Nullable Boolean equal(@Nullable Object left, @Nullable Object right) {
    return (left == null || right == null) ? null : same(left, right);
  }

  /** Within a list or a map, NULL is the same as NULL. */
  private static boolean same(@Nullable Object left, @Nullable Object right) {
    if (left == null || right == null) {
      return left == null && right == null;
    }
    if (left instanceof List<?> a && right instanceof List<?> b) {
      return sameLists(a, b);
    }
    if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
      return a.size() == b.size()
          && a.entrySet().stream()
              .allMatch(
                  entry ->
                      b.containsKey(entry.getKey())
                          && same(entry.getValue(), b.get(entry.getKey())));
    }
    if (left instanceof Number a && right instanceof Number b) {
      return new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString())) == 0;
    }
    return left.equals(right);
  }

  private static boolean sameLists(List<?> left, List<?> right) {
    Iterator<?> others = right.iterator();
    return left.size() == right.size()
        && left.stream().allMatch(element -> same(element, others.next()));
  }
}
