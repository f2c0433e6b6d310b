package dev.imago.calcite.system;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The clouds of a view on one connection.
 *
 * @param present the providers that the connection is set up for, in the view's order
 * @param reasons why each other one has no rows
 */
public record ViewClouds(List<String> present, List<String> reasons) {
  public ViewClouds {
    present = List.copyOf(present);
    reasons = List.copyOf(reasons);
  }

  /** Whether the view has the rows of a cloud at least. */
  public boolean hasAny() {
    return !present.isEmpty();
  }

  /** Which clouds it has, and why no others; empty when it has all of them. */
  public Optional<String> gaps() {
    Stream<String> has =
        present.stream()
            .limit(1)
            .map(first -> "has rows of " + String.join(", ", present) + " only");
    return reasons.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join("; ", Stream.concat(has, reasons.stream()).toList()));
  }
}
