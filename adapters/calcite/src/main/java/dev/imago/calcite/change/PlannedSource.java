package dev.imago.calcite.change;

import java.util.Map;

/**
 * A statement as the query for its values, and what is done with them.
 *
 * @param placesByName the places of the {@code ?} that have names
 */
record PlannedSource(Source source, Change change, Map<String, Integer> placesByName) {
  /** A statement whose {@code ?} have no names. */
  PlannedSource(Source source, Change change) {
    this(source, change, Map.of());
  }
}
