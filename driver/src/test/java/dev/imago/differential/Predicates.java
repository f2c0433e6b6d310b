package dev.imago.differential;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Conditions over a scope. */
final class Predicates {
  private static final List<SqlType> ORDERED =
      List.of(SqlType.TEXT, SqlType.WHOLE, SqlType.DECIMAL, SqlType.TIMESTAMP);

  private final Writing writing;
  private final Scalars scalars;
  private final SubQueries subQueries;

  Predicates(Writing writing, SubQueries subQueries) {
    this.writing = writing;
    this.scalars = new Scalars(writing, this);
    this.subQueries = subQueries;
  }

  Scalars scalars() {
    return scalars;
  }

  /** A condition that has its own parentheses where it needs them. */
  String of(Scope scope) {
    Draw draw = writing.draw();
    int kind = draw.between(0, 99);
    if (scope.depth() <= 0 || kind < 55) {
      return simple(scope);
    }
    Scope inner = scope.deeper();
    if (kind < 65) {
      return "(" + of(inner) + " AND " + of(inner) + ")";
    }
    if (kind < 75) {
      return "(" + of(inner) + " OR " + of(inner) + ")";
    }
    if (kind < 80) {
      return "((" + of(inner) + " AND " + of(inner) + ") OR (" + of(inner) + "))";
    }
    if (kind < 85) {
      return "NOT (" + of(inner) + ")";
    }
    return kind < 92 ? subQueries.condition(scope) : compared(inner);
  }

  /** About one column. */
  private String simple(Scope scope) {
    Draw draw = writing.draw();
    List<Term> columns =
        !scope.outer().isEmpty() && draw.chance(20) ? scope.outer() : scope.local();
    Term column = draw.oneOf(columns);
    if (draw.chance(12)) {
      return column.sql() + draw.oneOf(" IS NULL", " IS NOT NULL");
    }
    if (column.type() == SqlType.FLAG) {
      return draw.oneOf("", "NOT ") + column.sql() + draw.oneOf("", " IS TRUE", " IS NOT FALSE");
    }
    if (column.type() == SqlType.TEXT && draw.chance(25)) {
      return column.sql() + draw.oneOf(" LIKE ", " NOT LIKE ") + pattern(column);
    }
    if (column.parameter()) {
      return column.sql() + draw.oneOf(" > ", " < ", " <= ") + value(column);
    }
    return onColumn(column);
  }

  private String onColumn(Term column) {
    Draw draw = writing.draw();
    return switch (draw.between(0, 7)) {
      case 0, 1 -> column.sql() + " = " + value(column);
      case 2 -> column.sql() + draw.oneOf(" <> ", " IS DISTINCT FROM ") + value(column);
      case 3 -> column.sql() + draw.oneOf(" < ", " <= ", " > ", " >= ") + value(column);
      case 4, 5 ->
          column.sql()
              + draw.oneOf(" IN (", " IN (", " NOT IN (")
              + Stream.generate(() -> value(column))
                  .limit(draw.between(1, 4))
                  .collect(Collectors.joining(", "))
              + ")";
      case 6 ->
          column.sql()
              + draw.oneOf(" BETWEEN ", " NOT BETWEEN ")
              + value(column)
              + " AND "
              + value(column);
      default -> value(column) + draw.oneOf(" = ", " <> ", " <= ") + column.sql();
    };
  }

  /** Two expressions of one type. */
  private String compared(Scope scope) {
    Draw draw = writing.draw();
    List<SqlType> types = ORDERED.stream().filter(type -> !scope.local(type).isEmpty()).toList();
    if (types.isEmpty()) {
      return simple(scope);
    }
    SqlType type = draw.oneOf(types);
    Term left = scalars.of(type, scope);
    Term right = scalars.of(type, scope);
    // An equality of two parameters could ask for a zone that the other's project does not have.
    String operator =
        left.parameter() && right.parameter()
            ? draw.oneOf(" < ", " >= ")
            : draw.oneOf(" = ", " <> ", " < ", " >= ", " IS NOT DISTINCT FROM ");
    return left.sql() + operator + right.sql();
  }

  /** A value that the column takes, or one near it, or one of its type. */
  private String value(Term column) {
    Draw draw = writing.draw();
    if (column.samples().isEmpty()) {
      return scalars.of(column.type(), new Scope(List.of(), List.of(), 0)).sql();
    }
    Object sample = draw.oneOf(column.samples());
    if (!column.parameter() && sample instanceof String text && draw.chance(10)) {
      return writing.value(text + "x");
    }
    return writing.value(sample);
  }

  /** A pattern that is never a plain text. */
  private String pattern(Term column) {
    Draw draw = writing.draw();
    String sample = column.samples().isEmpty() ? "x" : String.valueOf(draw.oneOf(column.samples()));
    int from = sample.isEmpty() ? 0 : draw.between(0, sample.length() - 1);
    int to = draw.between(from, sample.length());
    String part = sample.substring(from, to);
    return writing.value(
        switch (draw.between(0, 3)) {
          case 0 -> sample.substring(0, to) + "%";
          case 1 -> "%" + sample.substring(from);
          case 2 -> "%" + part + "%";
          default -> "_" + (sample.isEmpty() ? "" : sample.substring(1, Math.max(1, to))) + "%";
        });
  }
}
