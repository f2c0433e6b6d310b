package dev.imago.differential;

import java.util.List;

/**
 * Window functions whose value does not depend on how ties are ordered: peers share the default
 * frame, and what numbers rows gives peers the same number.
 */
final class Windows {
  private final Draw draw;
  private final Scope scope;

  Windows(Draw draw, Scope scope) {
    this.draw = draw;
    this.scope = scope;
  }

  Term any() {
    String partition =
        draw.chance(60) ? "PARTITION BY " + draw.oneOf(scope.local()).sql() + " " : "";
    String order =
        "ORDER BY "
            + draw.oneOf(scope.local()).sql()
            + draw.oneOf(" NULLS FIRST", " NULLS LAST", " DESC NULLS FIRST", " DESC NULLS LAST");
    Term column = draw.oneOf(scope.local());
    // The least of two truth values is not defined here.
    if (column.type() != SqlType.FLAG && draw.chance(20)) {
      return Term.of(
          draw.oneOf("MIN(", "MAX(") + column.sql() + ")" + over(partition + order), column.type());
    }
    List<Term> numbers =
        scope.local().stream()
            .filter(term -> term.type() == SqlType.WHOLE || term.type() == SqlType.DECIMAL)
            .toList();
    if (numbers.isEmpty() || draw.chance(50)) {
      return Term.of(
          draw.oneOf("RANK()", "DENSE_RANK()", "COUNT(*)") + over(partition + order),
          SqlType.WHOLE);
    }
    Term number = draw.oneOf(numbers);
    return Term.of(
        draw.oneOf("SUM(", "MIN(", "MAX(")
            + number.sql()
            + ")"
            + over(partition + draw.oneOf("", order)),
        number.type());
  }

  private static String over(String window) {
    return " OVER (" + window.strip() + ")";
  }
}
