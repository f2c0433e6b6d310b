package dev.imago.core.read;

import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.ColumnSource;
import dev.imago.core.description.Comparison;
import dev.imago.core.description.ReadMethod;
import dev.imago.core.description.TableDescription;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How one list answers several calls of one parent: {@code (name = "a") OR (name = "b")}.
 *
 * @param list the list of the parent
 * @param column the column whose values it is asked for
 */
public record KeyFilter(ReadMethod list, String column) {

  /**
   * The first list, as written, that is called with all but one of the columns and takes a filter
   * on that one.
   *
   * @param columns those that a get has values for
   */
  public static Optional<KeyFilter> of(TableDescription table, Collection<String> columns) {
    return table.reads().stream()
        .filter(read -> read.kind() == ReadMethod.Kind.LIST)
        .flatMap(list -> rest(list, columns).map(column -> new KeyFilter(list, column)).stream())
        .filter(KeyFilter::takesSeveral)
        .filter(filter -> isField(table, filter.column()))
        .findFirst();
  }

  /**
   * How a list answers several calls of itself that differ in a field of the rows alone: {@code
   * (family = "a") OR (family = "b")}; with all rows where it takes one value only.
   *
   * @param columns those that a call has values for
   */
  public static Optional<KeyFilter> ofList(
      TableDescription table, ReadMethod list, Collection<String> columns) {
    return list.kind() == ReadMethod.Kind.LIST
        ? rest(list, columns)
            .filter(column -> list.takes(column, Comparison.EQUAL) && isField(table, column))
            .map(column -> new KeyFilter(list, column))
        : Optional.empty();
  }

  /** Whether it takes several values at once. */
  public boolean takesSeveral() {
    return list.filtering().filter(f -> f.takesSeveralValues(column)).isPresent();
  }

  /** The only column that the path of a list does not hold; empty when it lacks one itself. */
  static Optional<String> rest(ReadMethod list, Collection<String> columns) {
    Set<String> rest = new TreeSet<>(columns);
    rest.removeAll(list.parameters());
    return columns.containsAll(list.parameters()) && rest.size() == 1
        ? Optional.of(rest.iterator().next())
        : Optional.empty();
  }

  /** Whether the answer tells the rows of the column's values apart. */
  static boolean isField(TableDescription table, String column) {
    return table
        .column(column)
        .map(ColumnDescription::source)
        .filter(ColumnSource.JsonField.class::isInstance)
        .isPresent();
  }
}
