package dev.imago.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Sub-queries in conditions and in SELECT lists. Each reads one table. */
final class SubQueries {
  private static final int NESTED_SHARE = 20;

  private final Writing writing;
  private final Binding binding;
  private final Correlation correlation;
  private final Predicates predicates;

  SubQueries(Writing writing, Binding binding) {
    this.writing = writing;
    this.binding = binding;
    this.correlation = new Correlation(writing.draw());
    this.predicates = new Predicates(writing, this);
  }

  Predicates predicates() {
    return predicates;
  }

  /** A condition with a sub-query in it. */
  String condition(Scope scope) {
    return switch (writing.draw().between(0, 5)) {
      case 0, 1 -> exists(scope);
      case 2, 3 -> membership(scope);
      case 4 -> comparison(scope);
      default -> quantified(scope);
    };
  }

  /** One value that depends on the row of the outer query. */
  Term scalar(Scope scope) {
    Inner inner = inner(scope);
    List<Term> numbers =
        inner.relation().terms().stream().filter(term -> term.type().isNumber()).toList();
    if (numbers.isEmpty() || writing.draw().chance(50)) {
      return Term.of("(SELECT COUNT(*)" + inner.from(true) + ")", SqlType.WHOLE);
    }
    Term number = writing.draw().oneOf(numbers);
    return Term.of(
        "(SELECT "
            + writing.draw().oneOf("MAX(", "MIN(")
            + number.sql()
            + ")"
            + inner.from(true)
            + ")",
        number.type());
  }

  private String exists(Scope scope) {
    Inner inner = inner(scope);
    return writing.draw().oneOf("EXISTS", "NOT EXISTS")
        + " (SELECT "
        + writing.draw().oneOf("1", "*", inner.relation().terms().get(0).sql())
        + inner.from(true)
        + ")";
  }

  private String membership(Scope scope) {
    Inner inner = inner(scope);
    Optional<Pair> pair = pair(scope, inner.relation());
    if (pair.isEmpty()) {
      return exists(scope);
    }
    Term member = pair.get().inner();
    String grouped =
        writing.draw().chance(20)
            ? " GROUP BY " + member.sql() + " HAVING COUNT(*) " + writing.draw().oneOf("> 1", "= 1")
            : "";
    return pair.get().outer().sql()
        + writing.draw().oneOf(" IN", " IN", " NOT IN")
        + " (SELECT "
        + (grouped.isEmpty() && writing.draw().chance(20) ? "DISTINCT " : "")
        + member.sql()
        + inner.from(writing.draw().chance(30))
        + grouped
        + ")";
  }

  private String comparison(Scope scope) {
    Inner inner = inner(scope);
    Optional<Pair> pair = pair(scope, inner.relation());
    if (pair.isEmpty()) {
      return exists(scope);
    }
    return pair.get().outer().sql()
        + writing.draw().oneOf(" = ", " < ", " >= ")
        + "(SELECT "
        + writing.draw().oneOf("MAX(", "MIN(")
        + pair.get().inner().sql()
        + ")"
        + inner.from(writing.draw().chance(50))
        + ")";
  }

  private String quantified(Scope scope) {
    Inner inner = inner(scope);
    Optional<Pair> pair = pair(scope, inner.relation());
    if (pair.isEmpty()) {
      return exists(scope);
    }
    return pair.get().outer().sql()
        + writing.draw().oneOf(" = ANY", " > ALL", " <= ANY", " <> ALL")
        + " (SELECT "
        + pair.get().inner().sql()
        + inner.from(writing.draw().chance(30))
        + ")";
  }

  /** A column of each side, of one type. */
  private record Pair(Term outer, Term inner) {}

  private Optional<Pair> pair(Scope scope, Relation relation) {
    List<Pair> sameName = new ArrayList<>();
    List<Pair> sameType = new ArrayList<>();
    for (Term outer : scope.local()) {
      for (Term inner : relation.terms()) {
        if (outer.type() == inner.type()
            && outer.type() != SqlType.FLAG
            && Correlation.isSafe(outer)
            && outer.parameter() == inner.parameter()) {
          boolean named = name(outer).equals(name(inner));
          (named ? sameName : sameType).add(new Pair(outer, inner));
        }
      }
    }
    List<Pair> choices = sameName.isEmpty() || writing.draw().chance(20) ? sameType : sameName;
    return choices.isEmpty() ? Optional.empty() : Optional.of(writing.draw().oneOf(choices));
  }

  private static String name(Term term) {
    return term.sql().substring(term.sql().indexOf('.') + 1);
  }

  /**
   * A table in a sub-query.
   *
   * @param conditions what its calls need
   * @param extra what else WHERE says
   * @param correlated what ties it to the outer query; empty when nothing does
   */
  private record Inner(
      Relation relation, List<String> conditions, List<String> extra, List<String> correlated) {

    /** FROM and WHERE. */
    String from(boolean correlating) {
      List<String> all = new ArrayList<>(conditions);
      all.addAll(extra);
      if (correlating) {
        all.addAll(correlated);
      }
      String table = relation.table().orElseThrow().name();
      return " FROM "
          + table
          + " AS "
          + relation.alias()
          + (all.isEmpty() ? "" : all.stream().collect(Collectors.joining(" AND ", " WHERE ", "")));
    }
  }

  private Inner inner(Scope scope) {
    DemoTable table = writing.draw().oneOf(writing.tables());
    Relation relation = writing.relation(table, writing.alias());
    List<Term> outer = scope.forSubQuery();
    List<String> extra = new ArrayList<>();
    if (writing.draw().chance(50)) {
      List<Term> around = writing.draw().chance(25) ? outer : List.of();
      extra.add(predicates.of(new Scope(relation.terms(), around, Math.min(1, scope.depth() - 1))));
    }
    if (scope.depth() > 1 && writing.draw().chance(NESTED_SHARE)) {
      extra.add(membership(new Scope(relation.terms(), List.of(), scope.depth() - 1)));
    }
    return new Inner(
        relation,
        binding.conditions(relation, table, outer),
        extra,
        correlation.condition(relation, outer).map(List::of).orElse(List.of()));
  }
}
