package dev.imago.differential;

import java.util.ArrayList;
import java.util.List;

/**
 * Columns of two tables that are equal where rows belong together.
 *
 * @param left the name of one table
 * @param right the name of the other
 */
record Relationship(
    String left, List<String> leftColumns, String right, List<String> rightColumns) {
  Relationship {
    leftColumns = List.copyOf(leftColumns);
    rightColumns = List.copyOf(rightColumns);
  }

  Relationship reversed() {
    return new Relationship(right, rightColumns, left, leftColumns);
  }

  /** The equalities between two relations that have the columns. */
  List<String> equalities(Relation leftRelation, Relation rightRelation) {
    List<String> equalities = new ArrayList<>();
    for (int i = 0; i < leftColumns.size(); i++) {
      Term one = leftRelation.term(leftColumns.get(i));
      Term other = rightRelation.term(rightColumns.get(i));
      equalities.add(as(other.type(), one) + " = " + as(one.type(), other));
    }
    return equalities;
  }

  /** The APIs write some numbers of other resources as text. */
  private static String as(SqlType wanted, Term term) {
    return wanted == SqlType.DECIMAL && term.type() == SqlType.TEXT
        ? "CAST(" + term.sql() + " AS DECIMAL(20, 0))"
        : term.sql();
  }
}
