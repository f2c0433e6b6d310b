package dev.imago.core.description;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The conditions that a list can be asked for. Only conditions that never lose a matching row are
 * declared.
 *
 * @param parameter the query parameter that takes all of them
 * @param grammar how they are written
 * @param conditions what may be asked of a column, by the column's name
 */
public record Filtering(String parameter, Grammar grammar, Map<String, Condition> conditions) {
  public Filtering {
    conditions = Collections.unmodifiableMap(new LinkedHashMap<>(conditions));
  }

  /** How conditions are written. */
  public enum Grammar {
    /**
     * {@code (status = "READY") (diskSizeGb > 10)}, as <a
     * href="https://google.aip.dev/160">AIP-160</a> has it.
     */
    AIP160
  }

  /**
   * What may be asked of one column.
   *
   * @param isOrdered whether it may be less or greater than a value, and not only equal to it
   * @param isExact whether the API answers just the rows that are equal; otherwise it may answer
   *     more
   */
  public record Condition(boolean isOrdered, boolean isExact) {
    /** Whether the API takes the comparison. */
    public boolean takes(Comparison comparison) {
      return isOrdered || comparison == Comparison.EQUAL;
    }
  }

  /** Whether the API can be asked for a comparison of the column. */
  public boolean takes(String column, Comparison comparison) {
    Condition condition = conditions.get(column);
    return condition != null && condition.takes(comparison);
  }

  /** Whether the API answers just the rows that satisfy a comparison of the column. */
  public boolean isExact(String column, Comparison comparison) {
    return comparison == Comparison.EQUAL
        && conditions.containsKey(column)
        && conditions.get(column).isExact();
  }
}
