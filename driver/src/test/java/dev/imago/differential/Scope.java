package dev.imago.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an expression can name.
 *
 * @param local the columns of the query itself
 * @param outer the columns of the queries around it
 * @param depth how many levels of expressions and sub-queries may still be put in
 */
record Scope(List<Term> local, List<Term> outer, int depth) {
  Scope {
    local = List.copyOf(local);
    outer = List.copyOf(outer);
  }

  static Scope of(List<Relation> relations, List<Term> outer, int depth) {
    List<Term> local = new ArrayList<>();
    relations.forEach(relation -> local.addAll(relation.terms()));
    return new Scope(local, outer, depth);
  }

  List<Term> local(SqlType type) {
    return local.stream().filter(term -> term.type() == type).toList();
  }

  /** All that a sub-query of this query can name of it. */
  List<Term> forSubQuery() {
    return Stream.concat(local.stream(), outer.stream()).toList();
  }

  Scope deeper() {
    return new Scope(local, outer, depth - 1);
  }
}
