package dev.imago.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** SELECT blocks: plain, distinct, grouped, and with window functions. */
final class Blocks {
  private static final int DEPTH = 2;
  private static final int NESTED_SHARE = 12;

  private final Writing writing;
  private final Sources sources;
  private final SubQueries subQueries;
  private final Predicates predicates;

  Blocks(Writing writing) {
    this.writing = writing;
    Binding binding = new Binding(writing);
    this.subQueries = new SubQueries(writing, binding);
    this.predicates = subQueries.predicates();
    this.sources = new Sources(writing, binding, predicates);
  }

  Predicates predicates() {
    return predicates;
  }

  /** Any block. */
  Block any() {
    Draw draw = writing.draw();
    Source source = source();
    int kind = draw.between(0, 99);
    if (kind < 45) {
      return plain(source);
    }
    return kind < 85 ? grouped(source) : windowed(source);
  }

  /** A block whose columns have these types. */
  Block of(List<SqlType> types) {
    Source source = writing.draw().chance(70) ? sources.one() : sources.joined(2);
    Scope scope = scope(source);
    return block(
        types.stream().map(type -> predicates.scalars().of(type, scope)).toList(),
        tail(source, scope),
        writing.draw().chance(20));
  }

  private Source source() {
    if (writing.draw().chance(NESTED_SHARE)) {
      return ofBlock(writing.draw().chance(50) ? any() : limited(any()));
    }
    int kind = writing.draw().between(0, 99);
    if (kind < 45) {
      return sources.one();
    }
    return sources.joined(kind < 75 ? 2 : kind < 90 ? 3 : 4);
  }

  private Source ofBlock(Block block) {
    Relation relation = block.as(writing.alias());
    return new Source("(" + block.sql() + ") AS " + relation.alias(), List.of(), List.of(relation));
  }

  /** The first rows, ordered by every column, so that they are the same everywhere. */
  private Block limited(Block block) {
    String order =
        IntStream.rangeClosed(1, block.types().size())
            .mapToObj(i -> i + writing.draw().oneOf(" NULLS FIRST", " DESC NULLS LAST"))
            .collect(Collectors.joining(", "));
    return new Block(
        block.sql() + " ORDER BY " + order + " LIMIT " + writing.draw().between(1, 9),
        block.types());
  }

  private static Scope scope(Source source) {
    return Scope.of(source.relations(), List.of(), DEPTH);
  }

  /** FROM and WHERE. */
  private String tail(Source source, Scope scope) {
    List<String> conditions = new ArrayList<>(source.conditions());
    for (int i = writing.draw().oneOf(0, 0, 1, 1, 2); i > 0; i--) {
      conditions.add(predicates.of(scope));
    }
    return " FROM "
        + source.from()
        + (conditions.isEmpty()
            ? ""
            : " WHERE " + String.join(" AND ", writing.draw().shuffled(conditions)));
  }

  private static Block block(List<Term> terms, String tail, boolean distinct) {
    String selected =
        IntStream.range(0, terms.size())
            .mapToObj(i -> terms.get(i).sql() + " AS c" + (i + 1))
            .collect(Collectors.joining(", "));
    return new Block(
        "SELECT " + (distinct ? "DISTINCT " : "") + selected + tail,
        terms.stream().map(Term::type).toList());
  }

  private Block plain(Source source) {
    Scope scope = scope(source);
    List<Term> terms = new ArrayList<>();
    for (int i = writing.draw().between(1, 4); i > 0; i--) {
      terms.add(
          writing.draw().chance(10) ? subQueries.scalar(scope) : predicates.scalars().any(scope));
    }
    return block(terms, tail(source, scope), writing.draw().chance(15));
  }

  private Block grouped(Source source) {
    Draw draw = writing.draw();
    Scope scope = scope(source);
    List<Term> keys = groupKeys(scope);
    Aggregates aggregates = new Aggregates(draw, predicates, scope);
    List<Term> terms = new ArrayList<>(draw.some(keys, keys.size()));
    for (int i = draw.between(keys.isEmpty() ? 1 : 0, 3); i > 0; i--) {
      terms.add(aggregates.any());
    }
    if (terms.isEmpty()) {
      terms.add(aggregates.any());
    }
    String grouping = grouping(keys);
    String having = draw.chance(25) ? " HAVING " + aggregates.condition() : "";
    return block(terms, tail(source, scope) + grouping + having, false);
  }

  private String grouping(List<Term> keys) {
    if (keys.isEmpty()) {
      return "";
    }
    String list = keys.stream().map(Term::sql).collect(Collectors.joining(", "));
    return " GROUP BY "
        + (writing.draw().chance(12)
            ? writing.draw().oneOf("ROLLUP", "CUBE") + " (" + list + ")"
            : list);
  }

  /** Expressions without values of their own, because both lists must have the same text. */
  private List<Term> groupKeys(Scope scope) {
    List<Term> keys = new ArrayList<>();
    for (Term column : writing.draw().some(scope.local(), writing.draw().between(0, 2))) {
      boolean plain = writing.draw().chance(70);
      if (!plain && column.type() == SqlType.TEXT) {
        keys.add(Term.of("UPPER(" + column.sql() + ")", SqlType.TEXT));
      } else if (!plain && column.type() == SqlType.TIMESTAMP) {
        keys.add(Term.of("EXTRACT(YEAR FROM " + column.sql() + ")", SqlType.WHOLE));
      } else {
        keys.add(column);
      }
    }
    return keys;
  }

  private Block windowed(Source source) {
    Scope scope = scope(source);
    Windows windows = new Windows(writing.draw(), scope);
    List<Term> terms = new ArrayList<>();
    terms.add(writing.draw().oneOf(scope.local()));
    for (int i = writing.draw().between(1, 2); i > 0; i--) {
      terms.add(windows.any());
    }
    return block(terms, tail(source, scope), false);
  }
}
