package dev.imago.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Queries in FROM that name the tables to their left. */
final class Laterals {
  private final Writing writing;
  private final Binding binding;
  private final Predicates predicates;
  private final Correlation correlation;

  Laterals(Writing writing, Binding binding, Predicates predicates) {
    this.writing = writing;
    this.binding = binding;
    this.predicates = predicates;
    this.correlation = new Correlation(writing.draw());
  }

  /** The source and a lateral query, or the source alone when nothing ties them together. */
  Source added(Source source) {
    Draw draw = writing.draw();
    DemoTable table = draw.oneOf(writing.tables());
    Relation inner = writing.relation(table, writing.alias());
    List<Term> outer = source.terms();
    Optional<String> tie = correlation.condition(inner, outer);
    if (tie.isEmpty()) {
      return source;
    }
    List<String> conditions = new ArrayList<>(binding.conditions(inner, table, outer));
    conditions.add(tie.get());
    if (draw.chance(30)) {
      conditions.add(predicates.of(new Scope(inner.terms(), outer, 0)));
    }
    String from =
        " FROM "
            + table.name()
            + " AS "
            + inner.alias()
            + " WHERE "
            + String.join(" AND ", conditions);
    List<Term> columns = draw.some(inner.terms(), draw.between(1, 3));
    Block block = draw.chance(40) ? counted(columns.get(0), from) : firstOnes(columns, from);
    Relation relation = block.as(writing.alias());
    String query = "LATERAL (" + block.sql() + ") AS " + relation.alias();
    return source.plus(
        draw.chance(50) ? " CROSS JOIN " + query : " LEFT JOIN " + query + " ON TRUE",
        relation,
        List.of());
  }

  private static Block counted(Term column, String from) {
    return new Block(
        "SELECT COUNT(*) AS c1, COUNT(" + column.sql() + ") AS c2" + from,
        List.of(SqlType.WHOLE, SqlType.WHOLE));
  }

  /** All columns are ordered by, so that the first ones are the same everywhere. */
  private Block firstOnes(List<Term> columns, String from) {
    String selected =
        IntStream.range(0, columns.size())
            .mapToObj(i -> columns.get(i).sql() + " AS c" + (i + 1))
            .collect(Collectors.joining(", "));
    String order =
        columns.stream()
            .map(column -> column.sql() + writing.draw().oneOf(" NULLS FIRST", " DESC NULLS LAST"))
            .collect(Collectors.joining(", "));
    String limited =
        writing.draw().chance(60)
            ? " ORDER BY " + order + " LIMIT " + writing.draw().between(1, 3)
            : "";
    return new Block(
        "SELECT " + selected + from + limited, columns.stream().map(Term::type).toList());
  }
}
