package dev.imago.differential;

import java.util.ArrayList;
import java.util.List;

/**
 * A FROM clause.
 *
 * @param from its text
 * @param conditions what WHERE must say so that every call can be made
 * @param relations what it names
 */
record Source(String from, List<String> conditions, List<Relation> relations) {
  Source {
    conditions = List.copyOf(conditions);
    relations = List.copyOf(relations);
  }

  /** All that can be named. */
  List<Term> terms() {
    return relations.stream().flatMap(relation -> relation.terms().stream()).toList();
  }

  /** With a further relation and further conditions. */
  Source plus(String text, Relation relation, List<String> more) {
    List<Relation> allRelations = new ArrayList<>(relations);
    allRelations.add(relation);
    List<String> allConditions = new ArrayList<>(conditions);
    allConditions.addAll(more);
    return new Source(from + text, allConditions, allRelations);
  }
}
