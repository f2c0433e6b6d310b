package dev.imago.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a query is written with: its draws, its parameters, the demo's tables and their rows. */
final class Writing {
  private static final int PARAMETER_SHARE = 25;

  private final Mode mode;
  private final Draw draw;
  private final DemoRows rows;
  private final Parameters parameters = new Parameters();
  private int aliases;

  Writing(Mode mode, Draw draw, DemoRows rows) {
    this.mode = mode;
    this.draw = draw;
    this.rows = rows;
  }

  Mode mode() {
    return mode;
  }

  Draw draw() {
    return draw;
  }

  Parameters parameters() {
    return parameters;
  }

  DemoRows rows() {
    return rows;
  }

  List<DemoTable> tables() {
    return List.copyOf(rows.byTable().keySet());
  }

  DemoTable table(String name) {
    return tables().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  /** An alias that the query does not have yet. */
  String alias() {
    aliases++;
    return "t" + aliases;
  }

  /** The table under an alias, with values of each column to compare it with. */
  Relation relation(DemoTable table, String alias) {
    List<Term> terms = new ArrayList<>();
    for (Column column : table.sqlColumns()) {
      List<Object> samples =
          rows.values(table, column.name()).stream().filter(Objects::nonNull).distinct().toList();
      terms.add(new Term(alias + "." + column.name(), column.type(), column.parameter(), samples));
    }
    for (NestedColumn column : table.nested()) {
      for (Term part : column.parts()) {
        terms.add(new Term(alias + "." + part.sql(), part.type(), false, part.samples()));
      }
    }
    return new Relation(alias, Optional.of(table), terms);
  }

  /** The value as a literal or as a {@code ?}. */
  String value(Object value) {
    return draw.chance(PARAMETER_SHARE) ? parameters.mark(value) : Literals.of(value);
  }
}
