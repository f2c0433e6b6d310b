package dev.imago.differential;

import java.util.List;

/**
 * An expression.
 *
 * @param parameter whether it is a column that a call needs; see {@link Column}
 * @param samples values that it takes, when they are known
 */
record Term(String sql, SqlType type, boolean parameter, List<Object> samples) {
  Term {
    samples = List.copyOf(samples);
  }

  static Term of(String sql, SqlType type) {
    return new Term(sql, type, false, List.of());
  }
}
