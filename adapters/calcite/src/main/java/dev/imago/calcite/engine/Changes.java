package dev.imago.calcite.engine;

import dev.imago.calcite.change.Changed;
import java.util.List;
import java.util.Optional;

/**
 * What an INSERT, UPDATE or DELETE changed.
 *
 * @param keys what is known of each row that was changed, in their order
 */
public record Changes(List<Key> keys) {
  public Changes {
    keys = List.copyOf(keys);
  }

  /**
   * What is known of one changed row.
   *
   * @param operation the id of the operation that carries the change out; empty when it was done at
   *     once
   * @param target the id of what is made or changed, where the answer or the statement says it
   */
  public record Key(Optional<String> operation, Optional<String> target) {}

  static Changes of(List<Changed> changed) {
    return new Changes(
        changed.stream().map(each -> new Key(each.operation(), each.target())).toList());
  }

  /** How many rows were changed. */
  public long count() {
    return keys.size();
  }
}
