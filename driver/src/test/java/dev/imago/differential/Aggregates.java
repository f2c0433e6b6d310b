package dev.imago.differential;

import java.util.List;

/** Aggregate functions over a scope. */
final class Aggregates {
  private static final List<SqlType> NUMBERS = List.of(SqlType.WHOLE, SqlType.DECIMAL);

  private final Draw draw;
  private final Predicates predicates;
  private final Scope scope;

  Aggregates(Draw draw, Predicates predicates, Scope scope) {
    this.draw = draw;
    this.predicates = predicates;
    this.scope = scope;
  }

  Term any() {
    Term term = unfiltered();
    return draw.chance(12)
        ? Term.of(
            term.sql() + " FILTER (WHERE " + predicates.of(withoutSubQueries()) + ")", term.type())
        : term;
  }

  private Term unfiltered() {
    Term column = draw.oneOf(scope.local());
    return switch (draw.between(0, 5)) {
      case 0 -> Term.of("COUNT(*)", SqlType.WHOLE);
      case 1 -> Term.of("COUNT(" + column.sql() + ")", SqlType.WHOLE);
      case 2 -> Term.of("COUNT(DISTINCT " + column.sql() + ")", SqlType.WHOLE);
      case 3 ->
          // The least of two truth values is not defined here.
          column.type() == SqlType.FLAG
              ? Term.of("COUNT(*)", SqlType.WHOLE)
              : Term.of(draw.oneOf("MIN(", "MAX(") + column.sql() + ")", column.type());
      default -> ofNumber();
    };
  }

  private Term ofNumber() {
    List<Term> numbers =
        scope.local().stream().filter(term -> NUMBERS.contains(term.type())).toList();
    if (numbers.isEmpty()) {
      return Term.of("COUNT(*)", SqlType.WHOLE);
    }
    Term number =
        draw.chance(70)
            ? draw.oneOf(numbers)
            : predicates.scalars().of(draw.oneOf(numbers).type(), withoutSubQueries());
    return draw.chance(30)
        ? Term.of("AVG(" + number.sql() + ")", SqlType.DOUBLE)
        : Term.of(draw.oneOf("SUM(", "SUM(DISTINCT ") + number.sql() + ")", number.type());
  }

  /** A condition on a group. */
  String condition() {
    return switch (draw.between(0, comparable().isEmpty() ? 1 : 2)) {
      case 0 -> "COUNT(*) > " + draw.between(0, 3);
      case 1 -> "COUNT(DISTINCT " + draw.oneOf(scope.local()).sql() + ") = 1";
      default -> "MAX(" + draw.oneOf(comparable()).sql() + ") IS NOT NULL";
    };
  }

  private List<Term> comparable() {
    return scope.local().stream().filter(term -> term.type() != SqlType.FLAG).toList();
  }

  private Scope withoutSubQueries() {
    return new Scope(scope.local(), List.of(), 0);
  }
}
