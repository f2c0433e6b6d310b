package dev.imago.differential;

import dev.imago.differential.GeneratedQuery.Order;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Whether two answers say the same. */
final class Comparison {
  private static final double TOLERANCE = 1e-9;
  private static final RowOrder ANY_ORDER = new RowOrder();

  private Comparison() {}

  /** The first difference in words; empty when there is none. */
  static Optional<String> difference(GeneratedQuery query, Answer driver, Answer other) {
    List<List<@Nullable Object>> actual = driver.rows();
    List<List<@Nullable Object>> expected = other.rows();
    if (query.order() == Order.ANY_ROWS) {
      return anyRows(query.limit(), actual, expected);
    }
    if (query.order() == Order.BY_KEYS) {
      Optional<String> sequence =
          first("sort key ", keys(actual, query.sortKeys()), keys(expected, query.sortKeys()));
      if (sequence.isPresent()) {
        return sequence;
      }
    }
    return first("sorted row ", sorted(actual), sorted(expected));
  }

  private static List<List<@Nullable Object>> sorted(List<List<@Nullable Object>> rows) {
    return rows.stream().sorted(ANY_ORDER).toList();
  }

  private static List<List<@Nullable Object>> keys(
      List<List<@Nullable Object>> rows, List<Integer> positions) {
    List<List<@Nullable Object>> keys = new ArrayList<>();
    for (List<@Nullable Object> row : rows) {
      List<@Nullable Object> key = new ArrayList<>();
      positions.forEach(position -> key.add(row.get(position)));
      keys.add(key);
    }
    return keys;
  }

  private static Optional<String> first(
      String what, List<List<@Nullable Object>> actual, List<List<@Nullable Object>> expected) {
    int common = Math.min(actual.size(), expected.size());
    Optional<String> difference =
        IntStream.range(0, common)
            .filter(i -> !isSame(actual.get(i), expected.get(i)))
            .mapToObj(
                i -> what + (i + 1) + ": driver " + actual.get(i) + ", other " + expected.get(i))
            .findFirst();
    if (actual.size() == expected.size()) {
      return difference;
    }
    return Optional.of(
        "driver has "
            + actual.size()
            + " rows, other has "
            + expected.size()
            + "; "
            + difference.orElseGet(
                () ->
                    "then "
                        + (actual.size() > common
                            ? "driver " + actual.get(common)
                            : "other " + expected.get(common))));
  }

  private static Optional<String> anyRows(
      int limit, List<List<@Nullable Object>> actual, List<List<@Nullable Object>> whole) {
    if (actual.size() != Math.min(limit, whole.size())) {
      return Optional.of(
          "driver has " + actual.size() + " rows of " + whole.size() + " with LIMIT " + limit);
    }
    List<List<@Nullable Object>> left = new ArrayList<>(whole);
    for (List<@Nullable Object> row : actual) {
      int found =
          IntStream.range(0, left.size())
              .filter(i -> isSame(row, left.get(i)))
              .findFirst()
              .orElse(-1);
      if (found < 0) {
        return Optional.of(
            "driver has " + row + ", which the whole answer has not or not so often");
      }
      left.remove(found);
    }
    return Optional.empty();
  }

  private static boolean isSame(List<@Nullable Object> one, List<@Nullable Object> other) {
    return one.size() == other.size()
        && IntStream.range(0, one.size()).allMatch(i -> isSame(one.get(i), other.get(i)));
  }

  private static boolean isSame(@Nullable Object one, @Nullable Object other) {
    if (one == null || other == null) {
      return one == other;
    }
    if (one instanceof BigDecimal first && other instanceof BigDecimal second) {
      return first.compareTo(second) == 0;
    }
    if (one instanceof Double || other instanceof Double) {
      return isNear(Double.parseDouble(one.toString()), Double.parseDouble(other.toString()));
    }
    return one.equals(other);
  }

  /** Sums of doubles depend on their order. */
  private static boolean isNear(double one, double other) {
    return Math.abs(one - other) <= TOLERANCE * Math.max(Math.abs(one), Math.abs(other));
  }
}
