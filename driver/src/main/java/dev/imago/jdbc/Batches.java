package dev.imago.jdbc;

import dev.imago.jdbc.contract.SqlErrors;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** Runs the elements of a batch in order; the first failure stops it. */
final class Batches {
  private Batches() {}

  /** Runs one element. */
  @FunctionalInterface
  interface Element<T> {
    /** The number of rows that it changed. */
    long run(T item) throws SQLException;
  }

  /**
   * Runs the elements.
   *
   * @return the count of each
   * @throws BatchUpdateException with the counts of the elements before the one that failed, and
   *     that one's SQLState
   */
  static <T> long[] run(List<T> items, Element<T> element) throws BatchUpdateException {
    long[] counts = new long[items.size()];
    for (int i = 0; i < counts.length; i++) {
      try {
        counts[i] = element.run(items.get(i));
      } catch (SQLException failure) {
        throw SqlErrors.logged(
            new BatchUpdateException(
                message(failure, i, counts.length),
                failure.getSQLState(),
                failure.getErrorCode(),
                Arrays.copyOf(counts, i),
                failure));
      }
    }
    return counts;
  }

  private static String message(SQLException failure, int failed, int all) {
    return "element "
        + (failed + 1)
        + " of "
        + all
        + " of the batch failed: "
        + failure.getMessage()
        + "; "
        + failed
        + (failed == 1 ? " was run before, " : " were run before, ")
        + (all - failed - 1)
        + (all - failed - 1 == 1 ? " was not tried" : " were not tried");
  }

  /** The counts for the methods that give int. */
  static int[] ints(long[] counts) {
    return Arrays.stream(counts).mapToInt(StatementSettings::intCount).toArray();
  }
}
