package dev.imago.core.description;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * How many rows a page has.
 *
 * @param parameter the query parameter that takes the number; absent when the API takes none
 * @param most the most rows that a page may have; the rows of every page but the last when the API
 *     takes no number
 */
public record PageSize(Optional<String> parameter, int most) {

  /**
   * How many rows a page is asked for.
   *
   * @param enough no more rows than these are needed; empty when all are
   */
  public long asked(OptionalLong enough) {
    return parameter.isEmpty() ? most : Math.max(1, Math.min(most, enough.orElse(most)));
  }
}
