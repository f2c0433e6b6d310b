package dev.imago.core.read;

import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.ColumnSource;
import dev.imago.core.description.OrderTerm;
import dev.imago.core.description.ReadMethod;
import dev.imago.core.description.TableDescription;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Everything that decides what one read of a table sends and answers: two equal requests give equal
 * rows.
 *
 * @param method the way to read; each of its path variables is in {@code bindings}
 * @param bindings values by column name, never null, as {@link
 *     dev.imago.core.description.ColumnType} has them. Only rows that have these values are
 *     answered. A row takes the value from here unless a field of the answer holds it whole: an API
 *     may take a number for a name, and then answers a row of another name.
 * @param alternatives several values by column name. Only rows that have one of them are answered.
 *     The columns are fields of the answer.
 * @param predicates what the API is asked for where it takes it. Rows that do not satisfy them may
 *     be answered all the same.
 * @param columns what each row holds, in this order
 * @param order what the API is asked to order by; empty for its own order
 * @param limit no more rows than this are needed: it sets the page size and ends the paging
 * @param skipsUnknown whether an answer that does not tell a row that is not there from a fault
 *     gives no row and a warning, unless it is indispensable; else it is an error
 * @param isIndispensable whether rows that are missing would add others to the statement's result,
 *     so that a statement that goes without some rows does not go without these
 */
public record ReadRequest(
    TableDescription table,
    ReadMethod method,
    Map<String, Object> bindings,
    Map<String, Set<Object>> alternatives,
    List<Predicate> predicates,
    List<ColumnDescription> columns,
    List<OrderTerm> order,
    OptionalLong limit,
    boolean skipsUnknown,
    boolean isIndispensable) {
  public ReadRequest {
    bindings = Map.copyOf(bindings);
    alternatives = copy(alternatives);
    predicates = List.copyOf(predicates);
    columns = List.copyOf(columns);
    order = List.copyOf(order);
  }

  /** Keeps the order of the values, in which they are sent. */
  private static Map<String, Set<Object>> copy(Map<String, Set<Object>> alternatives) {
    Map<String, Set<Object>> copy = new LinkedHashMap<>();
    alternatives.forEach(
        (column, values) ->
            copy.put(column, Collections.unmodifiableSet(new LinkedHashSet<>(values))));
    return Collections.unmodifiableMap(copy);
  }

  /** A request for which an answer that does not tell whether the row is there is an error. */
  public ReadRequest(
      TableDescription table,
      ReadMethod method,
      Map<String, Object> bindings,
      Map<String, Set<Object>> alternatives,
      List<Predicate> predicates,
      List<ColumnDescription> columns,
      List<OrderTerm> order,
      OptionalLong limit) {
    this(table, method, bindings, alternatives, predicates, columns, order, limit, false, false);
  }

  /** A request that neither leaves a choice of values nor asks for predicates. */
  public ReadRequest(
      TableDescription table,
      ReadMethod method,
      Map<String, Object> bindings,
      List<ColumnDescription> columns,
      List<OrderTerm> order,
      OptionalLong limit) {
    this(table, method, bindings, Map.of(), List.of(), columns, order, limit);
  }

  /** Of what differs between requests; to hash a whole table for each would take long. */
  @Override
  public int hashCode() {
    return Objects.hash(
        table.qualifiedName(), method.name(), bindings, alternatives, predicates, limit);
  }

  /** The same rows of another method, which needs some of the bindings alone. */
  ReadRequest by(ReadMethod other, Map<String, Object> some) {
    return new ReadRequest(
        table,
        other,
        some,
        alternatives,
        predicates,
        columns,
        order,
        limit,
        skipsUnknown,
        isIndispensable);
  }

  /** The same rows and perhaps more of them. */
  ReadRequest withoutPredicates() {
    return withPredicates(List.of());
  }

  /** The rows, and perhaps others, that some of the predicates leave. */
  ReadRequest withPredicates(List<Predicate> some) {
    return predicates.equals(some)
        ? this
        : new ReadRequest(
            table,
            method,
            bindings,
            alternatives,
            some,
            columns,
            order,
            limit,
            skipsUnknown,
            isIndispensable);
  }

  /** What is asked for, whatever is wanted of it: equal for requests of the same rows. */
  ReadRequest question() {
    return new ReadRequest(
        table,
        method,
        bindings,
        alternatives,
        predicates,
        List.of(),
        order,
        OptionalLong.empty(),
        false,
        false);
  }

  /** All of the rows, in any order. */
  ReadRequest whole() {
    return new ReadRequest(
        table,
        method,
        bindings,
        alternatives,
        predicates,
        columns,
        List.of(),
        OptionalLong.empty(),
        skipsUnknown,
        isIndispensable);
  }

  /** The same rows, each with one more column at its end unless it has it. */
  ReadRequest withColumn(ColumnDescription column) {
    if (columns.contains(column)) {
      return this;
    }
    List<ColumnDescription> more = new ArrayList<>(columns);
    more.add(column);
    return new ReadRequest(
        table,
        method,
        bindings,
        alternatives,
        predicates,
        more,
        order,
        limit,
        skipsUnknown,
        isIndispensable);
  }

  /** Only rows that have one of the values in the column. */
  ReadRequest withAlternatives(String column, Set<Object> values) {
    Map<String, Set<Object>> more = new LinkedHashMap<>(alternatives);
    more.put(column, values);
    return new ReadRequest(
        table,
        method,
        bindings,
        more,
        predicates,
        columns,
        order,
        limit,
        skipsUnknown,
        isIndispensable);
  }

  /** The columns that are decoded: those of a row, and those whose value must be compared. */
  public List<ColumnDescription> decodedColumns() {
    List<ColumnDescription> decoded = new ArrayList<>(columns);
    for (ColumnDescription column : table.readableColumns()) {
      if (isCompared(column) && !columns.contains(column)) {
        decoded.add(column);
      }
    }
    return decoded;
  }

  /** The columns whose value no parameter decides: rows of an answer may be left out. */
  List<String> comparedBesidesTheCall() {
    return table.readableColumns().stream()
        .filter(this::isCompared)
        .map(ColumnDescription::name)
        .filter(name -> !method.parameters().contains(name))
        .toList();
  }

  private boolean isCompared(ColumnDescription column) {
    return column.source() instanceof ColumnSource.JsonField
        && (bindings.containsKey(column.name()) || alternatives.containsKey(column.name()));
  }
}
