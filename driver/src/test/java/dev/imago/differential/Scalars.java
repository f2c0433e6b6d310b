package dev.imago.differential;

import java.util.List;

/**
 * Expressions of a wanted type.
 *
 * <p>Left out on purpose: {@code /}, which is a whole number here and none there; CAST to text of
 * anything but whole numbers, whose form no standard gives; arithmetic that may overflow.
 */
final class Scalars {
  private static final int COLUMN_SHARE = 60;

  private final Writing writing;
  private final Predicates predicates;

  Scalars(Writing writing, Predicates predicates) {
    this.writing = writing;
    this.predicates = predicates;
  }

  /** An expression of a type that the scope has. */
  Term any(Scope scope) {
    return of(writing.draw().oneOf(scope.local()).type(), scope);
  }

  Term of(SqlType type, Scope scope) {
    List<Term> columns = scope.local(type);
    if (!columns.isEmpty() && (scope.depth() <= 0 || writing.draw().chance(COLUMN_SHARE))) {
      return writing.draw().oneOf(columns);
    }
    if (scope.depth() <= 0) {
      return Term.of(constant(type), type);
    }
    Scope inner = scope.deeper();
    return Term.of(
        switch (type) {
          case TEXT -> text(inner);
          case WHOLE -> whole(inner);
          case DECIMAL -> decimal(inner);
          case DOUBLE -> "CAST(" + sql(SqlType.WHOLE, inner) + " AS DOUBLE)";
          case TIMESTAMP -> timestamp(inner);
          case FLAG -> flag(inner);
        },
        type);
  }

  private String sql(SqlType type, Scope scope) {
    return of(type, scope).sql();
  }

  private String constant(SqlType type) {
    Draw draw = writing.draw();
    return switch (type) {
      case TEXT -> Literals.text(draw.oneOf("", "x", "web", "acme", "Ünïcode"));
      case WHOLE -> String.valueOf(draw.between(-3, 200));
      case DECIMAL -> "CAST(" + draw.between(0, 9) + " AS DECIMAL(20, 0))";
      case DOUBLE -> "CAST(" + draw.between(0, 9) + " AS DOUBLE)";
      case TIMESTAMP -> "TIMESTAMP '2024-0" + draw.between(1, 9) + "-01 12:30:00'";
      case FLAG -> draw.oneOf("TRUE", "FALSE");
    };
  }

  private String text(Scope scope) {
    Draw draw = writing.draw();
    String value = sql(SqlType.TEXT, scope);
    return switch (draw.between(0, 10)) {
      case 0 -> "UPPER(" + value + ")";
      case 1 -> "LOWER(" + value + ")";
      case 2 ->
          "SUBSTRING(" + value + " FROM " + draw.between(1, 5) + " FOR " + draw.between(1, 6) + ")";
      case 3 -> value + " || " + constant(SqlType.TEXT);
      case 4 -> "(" + value + " || '-' || " + sql(SqlType.TEXT, scope) + ")";
      case 5 -> "COALESCE(" + value + ", " + sql(SqlType.TEXT, scope) + ")";
      case 6 -> "NULLIF(" + value + ", " + sql(SqlType.TEXT, scope) + ")";
      case 7 -> "TRIM(" + value + ")";
      case 8 -> "REPLACE(" + value + ", '-', '__')";
      case 9 -> "CAST(" + sql(SqlType.WHOLE, scope) + " AS VARCHAR)";
      default -> choice(SqlType.TEXT, scope);
    };
  }

  private String whole(Scope scope) {
    Draw draw = writing.draw();
    String value = sql(SqlType.WHOLE, scope);
    return switch (draw.between(0, 9)) {
      case 0 -> "(" + value + " + " + draw.between(1, 9) + ")";
      case 1 -> "(" + value + " - " + sql(SqlType.WHOLE, scope) + ")";
      case 2 -> "(" + value + " * " + draw.between(2, 3) + ")";
      case 3 -> "MOD(" + value + ", " + draw.between(2, 7) + ")";
      case 4 -> "ABS(" + value + ")";
      case 5 -> "CHAR_LENGTH(" + sql(SqlType.TEXT, scope) + ")";
      case 6 -> "COALESCE(" + value + ", " + sql(SqlType.WHOLE, scope) + ")";
      case 7 -> "POSITION('a' IN " + sql(SqlType.TEXT, scope) + ")";
      case 8 ->
          "EXTRACT("
              + draw.oneOf("YEAR", "MONTH", "DAY", "HOUR")
              + " FROM "
              + sql(SqlType.TIMESTAMP, scope)
              + ")";
      default -> choice(SqlType.WHOLE, scope);
    };
  }

  private String decimal(Scope scope) {
    return switch (writing.draw().between(0, 3)) {
      case 0 -> "CAST(" + sql(SqlType.WHOLE, scope) + " AS DECIMAL(20, 0))";
      case 1 ->
          "COALESCE(" + sql(SqlType.DECIMAL, scope) + ", " + sql(SqlType.DECIMAL, scope) + ")";
      case 2 -> "(" + sql(SqlType.DECIMAL, scope) + " + 1)";
      default -> choice(SqlType.DECIMAL, scope);
    };
  }

  private String timestamp(Scope scope) {
    return switch (writing.draw().between(0, 2)) {
      case 0 ->
          "COALESCE(" + sql(SqlType.TIMESTAMP, scope) + ", " + sql(SqlType.TIMESTAMP, scope) + ")";
      case 1 -> "(" + sql(SqlType.TIMESTAMP, scope) + " + INTERVAL '1' DAY)";
      default -> choice(SqlType.TIMESTAMP, scope);
    };
  }

  private String flag(Scope scope) {
    return "(" + predicates.of(scope) + ")";
  }

  /** CASE in its two forms, whose branches are of different lengths. */
  private String choice(SqlType type, Scope scope) {
    String otherwise = writing.draw().chance(30) ? "" : " ELSE " + sql(type, scope);
    String second =
        writing.draw().chance(30)
            ? " WHEN " + predicates.of(scope) + " THEN " + constant(type)
            : "";
    return "CASE WHEN "
        + predicates.of(scope)
        + " THEN "
        + sql(type, scope)
        + second
        + otherwise
        + " END";
  }
}
