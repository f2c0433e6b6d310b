package dev.imago.core.description;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The conditions that a list can be asked for. Only conditions that never lose a matching row are
 * declared.
 *
 * @param parameter the query parameter that takes all of them; absent when each has its own
 * @param grammar how they are written
 * @param most the most characters that the parameter takes
 * @param conditions what may be asked of a column, by the column's name
 */
public record Filtering(
    Optional<String> parameter,
    Grammar grammar,
    OptionalInt most,
    Map<String, Condition> conditions) {
  public Filtering {
    conditions = Collections.unmodifiableMap(new LinkedHashMap<>(conditions));
  }

  /** How conditions are written. */
  public enum Grammar {
    /**
     * {@code (status = "READY") (diskSizeGb > 10)}, as <a
     * href="https://google.aip.dev/160">AIP-160</a> has it.
     */
    AIP160,

    /** {@code name="a" AND family="b"}: texts that are equal to one value each. */
    EQUALITIES,

    /**
     * Each condition is a query parameter that is named as the field: {@code
     * status=active&created_at=gte:2018-10-28T10:00:00Z}. It takes one value.
     */
    PARAMETERS;

    /** Whether a condition of that kind can be written for a column of that type. */
    public boolean has(Kind kind, ColumnType type) {
      return switch (this) {
        case AIP160 -> kind != Kind.TIME;
        case EQUALITIES -> kind == Kind.EQUAL && type == ColumnType.Scalar.VARCHAR;
        case PARAMETERS -> kind != Kind.ORDERED;
      };
    }

    /** Whether a column may be equal to one of several values. */
    public boolean takesSeveralValues() {
      return this == AIP160;
    }
  }

  /** What a column may be compared for. */
  public enum Kind {
    /** It is equal to a value. */
    EQUAL,
    /** It is equal to a value, less or greater. */
    ORDERED,
    /** It is a point in time, of which whole seconds are compared: the API answers more. */
    TIME
  }

  /**
   * What may be asked of one column.
   *
   * @param isExact whether the API answers just the rows that are equal; otherwise it may answer
   *     more
   */
  public record Condition(Kind kind, boolean isExact) {
    /** Whether the API takes the comparison. */
    public boolean takes(Comparison comparison) {
      return kind != Kind.EQUAL || comparison == Comparison.EQUAL;
    }
  }

  /** Whether the API can be asked for a comparison of the column with one value. */
  public boolean takes(String column, Comparison comparison) {
    Condition condition = conditions.get(column);
    return condition != null && condition.takes(comparison);
  }

  /** Whether the API can be asked for the rows whose column is equal to one of several values. */
  public boolean takesSeveralValues(String column) {
    return conditions.containsKey(column) && grammar.takesSeveralValues();
  }

  /** Whether the API answers just the rows that satisfy a comparison of the column. */
  public boolean isExact(String column, Comparison comparison) {
    return comparison == Comparison.EQUAL
        && conditions.containsKey(column)
        && conditions.get(column).isExact();
  }
}
