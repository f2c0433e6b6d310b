package dev.imago.differential;

import java.util.List;
import java.util.Optional;

/**
 * What FROM names: a table or a query, under an alias.
 *
 * @param table the table that it is, or whose key columns the query has; empty for other queries
 * @param terms its columns, qualified by the alias
 */
record Relation(String alias, Optional<DemoTable> table, List<Term> terms) {
  Relation {
    terms = List.copyOf(terms);
  }

  /** The name of a column, qualified. */
  String column(String name) {
    return alias + "." + name;
  }

  /** Whether all of these are columns. */
  boolean has(List<String> names) {
    return names.stream()
        .allMatch(name -> terms.stream().anyMatch(term -> term.sql().equals(column(name))));
  }

  Term term(String name) {
    return terms.stream()
        .filter(term -> term.sql().equals(column(name)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(alias + " has no column " + name));
  }
}
