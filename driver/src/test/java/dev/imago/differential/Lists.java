package dev.imago.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists in columns of the tables that are there, as rows: {@code UNNEST}. */
final class Lists {
  private final Writing writing;

  Lists(Writing writing) {
    this.writing = writing;
  }

  /** The source and the elements of one of its lists; the source alone when it has none. */
  Source added(Source source) {
    List<Source> choices = new ArrayList<>();
    for (Relation relation : source.relations()) {
      for (NestedColumn column : relation.table().map(DemoTable::nested).orElse(List.of())) {
        Term first = column.parts().get(0);
        if (column.isListOfTexts() && relation.has(List.of(first.sql()))) {
          choices.add(elements(source, relation.column(column.name()), first));
        }
      }
    }
    return choices.isEmpty() ? source : writing.draw().oneOf(choices);
  }

  private Source elements(Source source, String list, Term element) {
    String alias = writing.alias();
    boolean isNumbered = writing.draw().chance(30);
    List<Term> terms = new ArrayList<>();
    terms.add(new Term(alias + ".c1", element.type(), false, element.samples()));
    if (isNumbered) {
      terms.add(Term.of(alias + ".c2", SqlType.WHOLE));
    }
    String rows =
        "UNNEST("
            + list
            + (isNumbered ? ") WITH ORDINALITY AS " : ") AS ")
            + alias
            + (isNumbered ? "(c1, c2)" : "(c1)");
    return source.plus(
        writing.draw().chance(60) ? " CROSS JOIN " + rows : " LEFT JOIN " + rows + " ON TRUE",
        new Relation(alias, Optional.empty(), terms),
        List.of());
  }
}
