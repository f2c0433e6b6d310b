package dev.imago.calcite.statement;

import java.util.List;
import java.util.Map;
import org.apache.calcite.rel.type.RelDataType;

/**
 * A prepared statement text. Immutable and free of any execution's state: one plan can run any
 * number of times, at the same time too.
 */
public interface Plan {

  /** What running it gives. */
  enum Kind {
    /** Rows. */
    QUERY,
    /** The text of a plan, as one row of one column; nothing is called. */
    EXPLAIN,
    /** What a method of a table answers: one row. */
    CALL,
    /** The number of rows that were changed. */
    UPDATE
  }

  Kind kind();

  /** The columns of the result. */
  List<OutputColumn> columns();

  /** The types of the {@code ?}, in order. */
  List<RelDataType> parameters();

  /**
   * The places, from 0, of the {@code ?} that are arguments of a method, by each name that the
   * argument is called: {@code EXEC t.cancel @id = ?} has {@code id} at 0.
   */
  default Map<String, Integer> placesByName() {
    return Map.of();
  }
}
