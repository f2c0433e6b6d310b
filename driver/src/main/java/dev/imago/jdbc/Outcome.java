package dev.imago.jdbc;

import dev.imago.calcite.engine.Changes;
import dev.imago.jdbc.result.ImagoResultSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an execution gave: rows, or else a count.
 *
 * @param count how many rows it changed; -1 when there are rows to read
 * @param keys what is known of each row that it changed
 */
record Outcome(@Nullable ImagoResultSet rows, long count, List<Changes.Key> keys) {
  /** What {@link java.sql.Statement#getUpdateCount} says when there is no count. */
  static final long NO_COUNT = -1;

  static Outcome of(ImagoResultSet rows) {
    return new Outcome(rows, NO_COUNT, List.of());
  }

  static Outcome of(Changes changes) {
    return new Outcome(null, changes.count(), changes.keys());
  }
}
