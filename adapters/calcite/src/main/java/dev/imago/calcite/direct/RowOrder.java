package dev.imago.calcite.direct;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.linq4j.function.Functions;
import org.apache.calcite.rel.RelCollation;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelFieldCollation.NullDirection;
import org.apache.calcite.rel.type.RelDataType;
import org.jspecify.annotations.Nullable;

/** ORDER BY as a comparator of rows. */
final class RowOrder {
  private RowOrder() {}

  /** The order by one key or more; empty when one is of a type that has none of its own. */
  static Optional<Comparator<@Nullable Object[]>> of(RelCollation collation, RelDataType rowType) {
    List<Comparator<@Nullable Object[]>> keys = new ArrayList<>();
    for (RelFieldCollation key : collation.getFieldCollations()) {
      int column = key.getFieldIndex();
      if (!isOrdered(rowType.getFieldList().get(column).getType())) {
        return Optional.empty();
      }
      keys.add(Comparator.comparing(row -> row[column], values(key)));
    }
    return keys.stream().reduce(Comparator::thenComparing);
  }

  private static boolean isOrdered(RelDataType type) {
    return switch (type.getSqlTypeName()) {
      case VARCHAR, BOOLEAN, INTEGER, BIGINT, DECIMAL, DOUBLE, TIMESTAMP, DATE, TIME -> true;
      default -> false;
    };
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // Every value of an ordered type is comparable.
  private static Comparator<@Nullable Object> values(RelFieldCollation key) {
    return (Comparator)
        Functions.nullsComparator(
            key.nullDirection == NullDirection.FIRST, key.direction.isDescending());
  }
}
