package dev.imago.calcite.exec;

import dev.imago.core.description.Comparison;
import dev.imago.core.read.Predicate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A condition that the calls of a scan ask for, before its values are known.
 *
 * @param isExact whether the scan gives just the rows that satisfy it
 */
public record PredicateTemplate(
    String column, Comparison comparison, List<Slot> values, boolean isExact) {
  public PredicateTemplate {
    values = List.copyOf(values);
  }

  /**
   * The condition of one run; empty when no row can satisfy it, since nothing compares with NULL.
   */
  Optional<Predicate> predicate(@Nullable Object[] computed) {
    List<Object> known =
        values.stream()
            .map(slot -> slot.value(computed))
            .filter(Objects::nonNull)
            .map(Objects::requireNonNull)
            .distinct()
            .toList();
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(new Predicate(column, comparison, known));
  }
}
