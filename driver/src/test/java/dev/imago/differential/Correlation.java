package dev.imago.differential;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Equalities that tie a relation to the columns of a query around it. */
final class Correlation {
  private static final Set<String> PROJECT_NAMES = Set.of("project", "projectsId", "projectId");

  private final Draw draw;

  Correlation(Draw draw) {
    this.draw = draw;
  }

  /**
   * Equalities with one relation of the outer query: of their common parameters from the first one
   * on, because a zone without its project may not exist, or of one column of a common name and
   * type. Empty when they have nothing in common.
   */
  Optional<String> condition(Relation relation, List<Term> outer) {
    for (List<Term> other : relations(outer)) {
      List<String> parameters = equalities(relation, other, true);
      List<String> others = equalities(relation, other, false);
      if (!others.isEmpty() && (parameters.isEmpty() || draw.chance(40))) {
        return Optional.of(draw.oneOf(others));
      }
      if (!parameters.isEmpty()) {
        return Optional.of(first(parameters));
      }
    }
    return Optional.empty();
  }

  /** Equalities of parameters only. */
  Optional<String> ofParameters(Relation relation, List<Term> outer) {
    for (List<Term> other : relations(outer)) {
      List<String> parameters = equalities(relation, other, true);
      if (!parameters.isEmpty()) {
        return Optional.of(first(parameters));
      }
    }
    return Optional.empty();
  }

  private String first(List<String> parameters) {
    return String.join(" AND ", parameters.subList(0, draw.between(1, parameters.size())));
  }

  /** The columns by relation, the relations in any order. */
  private List<List<Term>> relations(List<Term> terms) {
    Map<String, List<Term>> byAlias = new LinkedHashMap<>();
    terms.forEach(term -> byAlias.computeIfAbsent(alias(term), key -> new ArrayList<>()).add(term));
    return draw.shuffled(List.copyOf(byAlias.values()));
  }

  private static List<String> equalities(
      Relation relation, List<Term> other, boolean ofParameters) {
    List<String> equalities = new ArrayList<>();
    for (Term inner : relation.terms()) {
      for (Term outer : other) {
        if (inner.parameter() == ofParameters
            && inner.type() == outer.type()
            && role(inner).equals(role(outer))) {
          equalities.add(inner.sql() + " = " + outer.sql());
        }
      }
    }
    return equalities;
  }

  private static String alias(Term term) {
    return term.sql().substring(0, term.sql().indexOf('.'));
  }

  /** Columns of one role hold the same kind of name. */
  private static String role(Term term) {
    String name = term.sql().substring(term.sql().indexOf('.') + 1);
    if (!term.parameter()) {
      return name;
    }
    return "parameter " + (PROJECT_NAMES.contains(name) ? "project" : name);
  }

  /** Whether any value of such a column is one that a call can be made for. */
  static boolean isSafe(Term term) {
    return !term.parameter() || role(term).equals("parameter project");
  }
}
