package dev.imago.differential;

import dev.imago.differential.GeneratedQuery.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes whole queries: blocks, set operations and common tables, ordered and limited or not. */
final class QueryGenerator {
  private final Mode mode;
  private final DemoRows rows;

  QueryGenerator(Mode mode, DemoRows rows) {
    this.mode = mode;
    this.rows = rows;
  }

  /** The query of that number; the same seed and number give the same query. */
  GeneratedQuery query(long seed, int number) {
    Writing writing = new Writing(mode, new Draw(seed, number), rows);
    Block body = body(writing);
    Draw draw = writing.draw();
    int kind = draw.between(0, 99);
    if (kind < 50) {
      return query(writing, body.sql(), "", Order.NONE, List.of(), 0);
    }
    List<Integer> columns = IntStream.range(0, body.types().size()).boxed().toList();
    if (kind < 70) {
      List<Integer> keys = draw.some(columns, draw.between(1, columns.size()));
      return query(writing, body.sql() + orderBy(draw, keys), "", Order.BY_KEYS, keys, 0);
    }
    if (kind < 90) {
      // Ordered by every column, so that rows that tie are equal and any of them will do.
      List<Integer> keys = draw.shuffled(columns);
      return query(
          writing, body.sql() + orderBy(draw, keys) + limit(writing), "", Order.BY_KEYS, keys, 0);
    }
    int limit = draw.between(0, 6);
    return query(writing, body.sql(), " LIMIT " + limit, Order.ANY_ROWS, List.of(), limit);
  }

  private static GeneratedQuery query(
      Writing writing, String marked, String limit, Order order, List<Integer> keys, int most) {
    String whole = Parameters.text(marked);
    return new GeneratedQuery(
        whole + limit, whole, writing.parameters().inOrder(marked), order, keys, most);
  }

  private static Block body(Writing writing) {
    Blocks blocks = new Blocks(writing);
    int kind = writing.draw().between(0, 99);
    if (kind < 75) {
      return blocks.any();
    }
    return kind < 90 ? setOperation(writing, blocks) : commonTable(writing, blocks);
  }

  private static Block setOperation(Writing writing, Blocks blocks) {
    Draw draw = writing.draw();
    List<SqlType> types = new ArrayList<>();
    for (int i = draw.between(1, 3); i > 0; i--) {
      types.add(draw.oneOf(SqlType.TEXT, SqlType.TEXT, SqlType.WHOLE, SqlType.TIMESTAMP));
    }
    String operator =
        draw.oneOf(
            " UNION ",
            " UNION ALL ",
            " UNION ALL ",
            " INTERSECT ",
            " INTERSECT ALL ",
            " EXCEPT ",
            " EXCEPT ALL ");
    StringBuilder sql = new StringBuilder(blocks.of(types).sql());
    for (int i = draw.chance(80) ? 1 : 2; i > 0; i--) {
      sql.append(operator).append(blocks.of(types).sql());
    }
    return new Block(sql.toString(), types);
  }

  /** A query that is named once and read twice. */
  private static Block commonTable(Writing writing, Blocks blocks) {
    Draw draw = writing.draw();
    Block common = blocks.any();
    Relation one = common.as(writing.alias());
    Relation other = common.as(writing.alias());
    String name = "w" + writing.alias();
    String join = draw.oneOf(" JOIN ", " LEFT JOIN ", " FULL JOIN ");
    Term left = one.terms().get(0);
    Term right = other.terms().get(0);
    String text =
        "WITH "
            + name
            + " AS ("
            + common.sql()
            + ") SELECT "
            + left.sql()
            + " AS c1, COUNT(*) AS c2, COUNT("
            + right.sql()
            + ") AS c3 FROM "
            + name
            + " AS "
            + one.alias()
            + join
            + name
            + " AS "
            + other.alias()
            + " ON "
            + left.sql()
            + " = "
            + right.sql()
            + (draw.chance(40)
                ? " AND " + blocks.predicates().of(new Scope(one.terms(), List.of(), 0))
                : "")
            + " GROUP BY "
            + left.sql();
    return new Block(text, List.of(left.type(), SqlType.WHOLE, SqlType.WHOLE));
  }

  /** Where NULL goes is always said, because the two have different habits. */
  private static String orderBy(Draw draw, List<Integer> keys) {
    return keys.stream()
        .map(
            key ->
                (key + 1)
                    + draw.oneOf(
                        " NULLS FIRST", " NULLS LAST", " DESC NULLS FIRST", " DESC NULLS LAST"))
        .collect(Collectors.joining(", ", " ORDER BY ", ""));
  }

  private static String limit(Writing writing) {
    Draw draw = writing.draw();
    String limit = " LIMIT " + writing.value((long) draw.between(0, 8));
    return draw.chance(30) ? limit + " OFFSET " + draw.between(0, 4) : limit;
  }
}
