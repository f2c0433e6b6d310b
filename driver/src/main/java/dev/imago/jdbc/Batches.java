package dev.imago.jdbc;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** Runs the parts of a batch in order; the first failure stops it. */
final class Batches {
  private Batches() {}

  /** Runs one part. */
  @FunctionalInterface
  interface Part<T> {
    /** The number of rows that it changed. */
    long run(T item) throws SQLException;
  }

  /**
   * Runs the parts.
   *
   * @return the count of each
   * @throws BatchUpdateException with the counts of the parts before the one that failed, and that
   *     one's SQLState
   */
  static <T> long[] run(List<T> items, Part<T> part) throws BatchUpdateException {
    long[] counts = new long[items.size()];
    for (int i = 0; i < counts.length; i++) {
      try {
        counts[i] = part.run(items.get(i));
      } catch (SQLException failure) {
        throw new BatchUpdateException(
            "part " + (i + 1) + " of the batch failed: " + failure.getMessage(),
            failure.getSQLState(),
            failure.getErrorCode(),
            Arrays.copyOf(counts, i),
            failure);
      }
    }
    return counts;
  }

  /** The counts for the methods that give int. */
  static int[] ints(long[] counts) {
    return Arrays.stream(counts).mapToInt(StatementSettings::intCount).toArray();
  }
}
