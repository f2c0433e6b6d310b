package dev.imago.calcite.rel;

import dev.imago.core.description.TableDescription;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a query of a view goes without where nothing binds the parameter that a table of the view
 * can only be read by. Where it is bound, an answer that does not tell a row that is not there from
 * a fault gives no row: the view asks each cloud for the ids of the others. Neither holds where
 * rows that are missing would add others to the result.
 *
 * @param view the whole name of the view
 * @param column the column of the view that must be bound
 * @param parameter the parameter of the table that the column is made from
 */
public record Omission(String view, String column, String parameter) {

  /** What is left out, why, and what to do. */
  public String of(TableDescription table) {
    return view
        + " leaves out the rows of "
        + table.qualifiedName()
        + ", which can only be read by "
        + parameter
        + "; add "
        + column
        + " = '...' (or IN) to the query to see them";
  }

  /** Why a statement cannot go without the rows of the tables, and what to do. */
  public String refusal(Collection<TableDescription> tables) {
    List<String> providers =
        tables.stream().map(table -> "'" + table.provider() + "'").distinct().toList();
    return view
        + " lacks the rows of "
        + tables.stream().map(TableDescription::qualifiedName).collect(Collectors.joining(" and "))
        + ", which can only be read by "
        + parameter
        + ", and without them the result could have rows that do not belong to it; where the query"
        + " reads the view, add "
        + column
        + " = '...' (or IN), or provider "
        + (providers.size() == 1
            ? "<> " + providers.get(0)
            : "NOT IN (" + String.join(", ", providers) + ")");
  }
}
