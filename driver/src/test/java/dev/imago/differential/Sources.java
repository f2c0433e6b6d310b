package dev.imago.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** FROM clauses: one to four tables, joined on what belongs together. */
final class Sources {
  private static final int FIRST_DERIVED_SHARE = 20;
  private static final int NEXT_DERIVED_SHARE = 35;
  private static final int UNION_SHARE = 25;
  private static final int VALUES_SHARE = 10;
  private static final int LATERAL_SHARE = 10;
  private static final int LIST_SHARE = 10;

  private final Writing writing;
  private final Binding binding;
  private final Predicates predicates;
  private final Laterals laterals;
  private final Lists lists;
  private final Relationships relationships = new Relationships();

  Sources(Writing writing, Binding binding, Predicates predicates) {
    this.writing = writing;
    this.binding = binding;
    this.predicates = predicates;
    this.laterals = new Laterals(writing, binding, predicates);
    this.lists = new Lists(writing);
  }

  Source one() {
    Source source = first(writing.draw().oneOf(writing.tables()));
    return writing.draw().chance(LIST_SHARE) ? lists.added(source) : source;
  }

  /** So many tables, or fewer when nothing belongs to those that are there. */
  Source joined(int tables) {
    Source source = first(writing.draw().oneOf(writing.tables()));
    for (int i = 1; i < tables; i++) {
      source =
          writing.draw().chance(LATERAL_SHARE)
              ? laterals.added(source)
              : next(source).orElse(source);
    }
    return writing.draw().chance(LIST_SHARE) ? lists.added(source) : source;
  }

  private Source first(DemoTable table) {
    Relation relation = writing.relation(table, writing.alias());
    List<String> parameters = Binding.usable(writing.draw(), table);
    if (!parameters.isEmpty() && writing.draw().chance(VALUES_SHARE)) {
      return withValues(relation, table, parameters);
    }
    if (writing.draw().chance(FIRST_DERIVED_SHARE)) {
      return new Source(derived(relation, table), List.of(), List.of(relation));
    }
    return new Source(
        named(relation, table), binding.conditions(relation, table, List.of()), List.of(relation));
  }

  /** A table, joined with VALUES that bind it. */
  private Source withValues(Relation relation, DemoTable table, List<String> parameters) {
    String alias = writing.alias();
    List<Term> terms = new ArrayList<>();
    List<String> equalities = new ArrayList<>();
    for (String name : parameters) {
      Term bound = relation.term(name);
      Term value = new Term(alias + "." + name, bound.type(), true, bound.samples());
      terms.add(value);
      equalities.add(bound.sql() + " = " + value.sql());
    }
    Relation values = new Relation(alias, Optional.empty(), terms);
    String rows =
        "(VALUES "
            + String.join(", ", binding.rows(table, parameters))
            + ") AS "
            + alias
            + "("
            + String.join(", ", parameters)
            + ")";
    String on = " ON " + String.join(" AND ", equalities);
    String from =
        writing.draw().chance(70)
            ? rows + writing.draw().oneOf(" JOIN ", " LEFT JOIN ") + named(relation, table) + on
            : named(relation, table) + " JOIN " + rows + on;
    return new Source(from, List.of(), List.of(relation, values));
  }

  private static String named(Relation relation, DemoTable table) {
    return table.name() + " AS " + relation.alias();
  }

  private String derived(Relation relation, DemoTable table) {
    String rows = allColumns(table);
    if (writing.draw().chance(UNION_SHARE)) {
      // Nested values are compared here, which the other database does in another way.
      String operator =
          table.nested().isEmpty() ? writing.draw().oneOf(" UNION ", " UNION ALL ") : " UNION ALL ";
      rows += operator + allColumns(table);
    }
    return "(" + rows + ") AS " + relation.alias();
  }

  private String allColumns(DemoTable table) {
    Relation inner = writing.relation(table, writing.alias());
    List<String> conditions = new ArrayList<>(binding.conditions(inner, table, List.of()));
    if (writing.draw().chance(40)) {
      conditions.add(predicates.of(new Scope(inner.terms(), List.of(), 1)));
    }
    return "SELECT "
        + Stream.concat(
                table.columns().stream().map(DemoColumn::name),
                table.nested().stream().map(NestedColumn::name))
            .collect(Collectors.joining(", "))
        + " FROM "
        + named(inner, table)
        + where(conditions);
  }

  private static String where(List<String> conditions) {
    return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
  }

  private Optional<Source> next(Source source) {
    List<Choice> choices = new ArrayList<>();
    for (Relation relation : source.relations()) {
      relation.table().stream()
          .flatMap(table -> relationships.from(table.name()).stream())
          .filter(relationship -> relation.has(relationship.leftColumns()))
          .forEach(relationship -> choices.add(new Choice(relation, relationship)));
    }
    return choices.isEmpty()
        ? Optional.empty()
        : Optional.of(joined(source, writing.draw().oneOf(choices)));
  }

  private record Choice(Relation relation, Relationship relationship) {}

  private Source joined(Source source, Choice choice) {
    Draw draw = writing.draw();
    DemoTable table = writing.table(choice.relationship().right());
    if (draw.chance(NEXT_DERIVED_SHARE)) {
      Relation whole = writing.relation(table, writing.alias());
      if (draw.chance(50)) {
        return join(source, choice, whole, derived(whole, table), Optional.empty());
      }
      Aggregated aggregated = aggregated(table, choice.relationship().rightColumns());
      return join(source, choice, aggregated.relation(), aggregated.sql(), Optional.empty());
    }
    Relation relation = writing.relation(table, writing.alias());
    return join(source, choice, relation, named(relation, table), Optional.of(table));
  }

  /**
   * Joins, and puts the conditions that a table's calls need where they reach it.
   *
   * @param table the table that is not bound yet; empty when the text does it
   */
  private Source join(
      Source source, Choice choice, Relation relation, String text, Optional<DemoTable> table) {
    Draw draw = writing.draw();
    List<String> on =
        new ArrayList<>(choice.relationship().equalities(choice.relation(), relation));
    if (draw.chance(15)) {
      List<Term> both = new ArrayList<>(choice.relation().terms());
      both.addAll(relation.terms());
      on.add(predicates.of(new Scope(both, List.of(), 0)));
    }
    String kind =
        draw.oneOf(
            " JOIN ",
            " JOIN ",
            " JOIN ",
            " LEFT JOIN ",
            " LEFT JOIN ",
            " RIGHT JOIN ",
            " FULL JOIN ",
            " CROSS JOIN ");
    // Rows of the left side can bind a table whose own rows are not all kept.
    boolean isBindable = !kind.equals(" FULL JOIN ") && !kind.equals(" RIGHT JOIN ");
    List<Term> around = isBindable ? source.terms() : List.of();
    List<String> bound =
        table.map(each -> binding.conditions(relation, each, around)).orElse(List.of());
    if (kind.equals(" CROSS JOIN ")) {
      on.addAll(bound);
      return source.plus(kind + text, relation, on);
    }
    if (isBindable) {
      on.addAll(bound);
    }
    return source.plus(
        kind + text + " ON " + String.join(" AND ", on), relation, isBindable ? List.of() : bound);
  }

  private record Aggregated(String sql, Relation relation) {}

  /** A table grouped by some of its columns, which keep their names. */
  private Aggregated aggregated(DemoTable table, List<String> keys) {
    Relation inner = writing.relation(table, writing.alias());
    String alias = writing.alias();
    List<Term> numbers =
        inner.terms().stream().filter(term -> term.type() == SqlType.WHOLE).toList();
    List<Term> terms = new ArrayList<>();
    List<String> selected = new ArrayList<>();
    for (String key : keys) {
      Term term = inner.term(key);
      selected.add(term.sql());
      terms.add(new Term(alias + "." + key, term.type(), term.parameter(), term.samples()));
    }
    selected.add("COUNT(*) AS n");
    terms.add(Term.of(alias + ".n", SqlType.WHOLE));
    if (!numbers.isEmpty()) {
      selected.add(writing.draw().oneOf("MAX(", "SUM(") + numbers.get(0).sql() + ") AS m");
      terms.add(Term.of(alias + ".m", SqlType.WHOLE));
    }
    String sql =
        "(SELECT "
            + String.join(", ", selected)
            + " FROM "
            + named(inner, table)
            + where(binding.conditions(inner, table, List.of()))
            + " GROUP BY "
            + keys.stream().map(inner::column).collect(Collectors.joining(", "))
            + ") AS "
            + alias;
    return new Aggregated(sql, new Relation(alias, Optional.of(table), terms));
  }
}
