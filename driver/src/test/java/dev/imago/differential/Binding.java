package dev.imago.differential;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Conditions that bind what a table's calls need, by values that exist: a call about a project or a
 * zone that is not there is an error, which the other database does not have.
 */
final class Binding {
  private static final int MOST_VALUES = 4;
  private static final int NEEDLESS_SHARE = 40;
  private static final int CONSTANT_SHARE = 30;
  private static final int ROW_SHARE = 75;

  private final Writing writing;
  private final Correlation correlation;

  Binding(Writing writing) {
    this.writing = writing;
    this.correlation = new Correlation(writing.draw());
  }

  /**
   * Conditions, or nothing where there is no need of them.
   *
   * @param around columns that the conditions may name besides the relation's own
   */
  List<String> conditions(Relation relation, DemoTable table, List<Term> around) {
    return writing.mode() == Mode.BOUND ? bound(relation, table) : free(relation, table, around);
  }

  private List<String> bound(Relation relation, DemoTable table) {
    if (!table.bound().isEmpty()) {
      return List.of(constants(relation, table, table.bound()));
    }
    List<String> usable = usable(writing.draw(), table);
    return usable.isEmpty() || !writing.draw().chance(NEEDLESS_SHARE)
        ? List.of()
        : List.of(constants(relation, table, usable));
  }

  /** By values, by the rows around, or by a sub-query. */
  private List<String> free(Relation relation, DemoTable table, List<Term> around) {
    Draw draw = writing.draw();
    List<String> usable = usable(writing.draw(), table);
    if (usable.isEmpty() || table.name().equals(DemoTables.PROJECTS)) {
      return List.of();
    }
    if (draw.chance(CONSTANT_SHARE)) {
      return List.of(constants(relation, table, usable));
    }
    Optional<String> tie = correlation.ofParameters(relation, around);
    if (tie.isPresent() && draw.chance(ROW_SHARE)) {
      return List.of(tie.get());
    }
    String alias = writing.alias();
    return List.of(
        relation.column(usable.get(0))
            + " IN (SELECT "
            + alias
            + ".projectId FROM "
            + DemoTables.PROJECTS
            + " AS "
            + alias
            + draw.oneOf("", " WHERE " + alias + ".state = 'ACTIVE'")
            + ")");
  }

  /** The parameters, from the first one: a zone only together with its project. */
  static List<String> usable(Draw draw, DemoTable table) {
    List<String> parameters =
        table.sqlColumns().stream().filter(Column::parameter).map(Column::name).toList();
    return parameters.isEmpty()
        ? List.of()
        : parameters.subList(0, draw.between(1, parameters.size()));
  }

  private String constants(Relation relation, DemoTable table, List<String> columns) {
    Draw draw = writing.draw();
    Set<List<Object>> tuples = tuples(table, columns);
    List<List<Object>> chosen =
        draw.some(List.copyOf(tuples), draw.chance(50) ? 1 : draw.between(1, MOST_VALUES));
    if (columns.size() == 1) {
      return single(
          relation.column(columns.get(0)), chosen.stream().map(tuple -> tuple.get(0)).toList());
    }
    if (draw.chance(25)) {
      return columns.stream().map(relation::column).collect(Collectors.joining(", ", "(", ")"))
          + " IN ("
          + chosen.stream().map(this::row).collect(Collectors.joining(", "))
          + ")";
    }
    return chosen.stream()
        .map(tuple -> conjunction(relation, columns, tuple))
        .collect(Collectors.joining(" OR ", "(", ")"));
  }

  /** Rows of VALUES: what the data hold of the columns, one of them twice, or NULL. */
  List<String> rows(DemoTable table, List<String> columns) {
    Draw draw = writing.draw();
    List<String> rows = new ArrayList<>();
    for (List<Object> tuple : draw.some(List.copyOf(tuples(table, columns)), MOST_VALUES)) {
      rows.add(tuple.stream().map(Literals::of).collect(Collectors.joining(", ", "(", ")")));
    }
    if (draw.chance(20)) {
      rows.add(rows.get(0));
    }
    if (draw.chance(10)) {
      rows.add(
          columns.stream()
              .map(column -> "CAST(NULL AS VARCHAR)")
              .collect(Collectors.joining(", ", "(", ")")));
    }
    return draw.shuffled(rows);
  }

  private String row(List<Object> tuple) {
    return tuple.stream().map(writing::value).collect(Collectors.joining(", ", "(", ")"));
  }

  private String conjunction(Relation relation, List<String> columns, List<Object> tuple) {
    List<String> equalities = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      equalities.add(relation.column(columns.get(i)) + " = " + writing.value(tuple.get(i)));
    }
    return equalities.stream().collect(Collectors.joining(" AND ", "(", ")"));
  }

  private String single(String column, List<Object> values) {
    Draw draw = writing.draw();
    if (values.size() == 1 && draw.chance(10)) {
      return column
          + " = LOWER("
          + Literals.text(((String) values.get(0)).toUpperCase(Locale.ROOT))
          + ")";
    }
    if (values.size() == 1 && draw.chance(80)) {
      return column + " = " + writing.value(values.get(0));
    }
    return draw.chance(30)
        ? values.stream()
            .map(value -> column + " = " + writing.value(value))
            .collect(Collectors.joining(" OR ", "(", ")"))
        : values.stream()
            .map(writing::value)
            .collect(Collectors.joining(", ", column + " IN (", ")"));
  }

  /** What the data hold of these columns. */
  private Set<List<Object>> tuples(DemoTable table, List<String> columns) {
    List<String> names = table.sqlColumns().stream().map(Column::name).toList();
    Set<List<Object>> tuples = new LinkedHashSet<>();
    writing
        .rows()
        .byTable()
        .getOrDefault(table, List.of())
        .forEach(
            row -> {
              List<Object> tuple = new ArrayList<>();
              columns.forEach(column -> tuple.add(String.valueOf(row.get(names.indexOf(column)))));
              tuples.add(tuple);
            });
    return tuples;
  }
}
