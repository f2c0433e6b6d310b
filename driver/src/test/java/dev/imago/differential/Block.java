package dev.imago.differential;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A SELECT whose columns are {@code c1}, {@code c2} and so on.
 *
 * @param types the types of the columns
 */
record Block(String sql, List<SqlType> types) {
  Block {
    types = List.copyOf(types);
  }

  /** The block as a relation of an outer query. */
  Relation as(String alias) {
    return new Relation(
        alias,
        Optional.empty(),
        IntStream.rangeClosed(1, types.size())
            .mapToObj(i -> Term.of(alias + ".c" + i, types.get(i - 1)))
            .toList());
  }
}
