package dev.imago.differential;

import java.util.List;

/**
 * A query for both databases.
 *
 * @param sql what the driver is asked
 * @param wholeSql what the other database is asked: the same, without a LIMIT that leaves open
 *     which rows come
 * @param parameters the values of {@code ?}, the same for both
 * @param order what its answers must have in common
 * @param sortKeys the positions of the columns that it is ordered by, from 0
 * @param limit the most rows of a query that leaves open which rows come
 */
record GeneratedQuery(
    String sql,
    String wholeSql,
    List<Object> parameters,
    Order order,
    List<Integer> sortKeys,
    int limit) {
  GeneratedQuery {
    parameters = List.copyOf(parameters);
    sortKeys = List.copyOf(sortKeys);
  }

  /** What two answers must have in common. */
  enum Order {
    /** The same rows in any order. */
    NONE,
    /** The same rows, and the same sequence of sort keys. */
    BY_KEYS,
    /** So many rows, all of them from the whole answer. */
    ANY_ROWS
  }
}
