package dev.imago.core.description;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One way to read a table: an HTTP GET and how its answer becomes rows.
 *
 * @param name how documentation, EXPLAIN and the call log call it: list, get, aggregated
 * @param kind whether it answers one row or many
 * @param call what is sent
 * @param rows the path of JSON names from the answer to the array of rows; {@code *} stands for
 *     every entry of an object, whose key is then the scope; empty when the answer itself is the
 *     row
 * @param paging absent when the answer is always whole
 * @param ordering absent when the API takes no order that is exactly SQL's
 * @param filtering absent when the API takes no condition
 * @param mask absent when the API always answers whole rows
 * @param scope absent unless {@code rows} has a {@code *}
 * @param unreachable the field that lists locations which did not answer; a list that has any entry
 *     in it is a failed call
 * @param lacks the columns that other reads of the table answer and this one does not
 * @param permissions what the caller must be granted
 */
public record ReadMethod(
    String name,
    Kind kind,
    CallTemplate call,
    List<String> rows,
    Optional<Paging> paging,
    Optional<Ordering> ordering,
    Optional<Filtering> filtering,
    Optional<Masking> mask,
    Optional<Scope> scope,
    Optional<String> unreachable,
    Set<String> lacks,
    List<String> permissions)
    implements ApiMethod {

  /** The step of {@link #rows} that stands for every entry of an object. */
  public static final String EVERY_ENTRY = "*";

  public ReadMethod {
    rows = List.copyOf(rows);
    lacks = Set.copyOf(lacks);
    permissions = List.copyOf(permissions);
  }

  /** How many rows a call answers. */
  public enum Kind {
    /** One row or none: every parameter is bound to one value. */
    GET,
    /** Any number of rows, in pages. */
    LIST,
    /**
     * Any number of rows, in pages, over every value of the scope's column. It serves a query that
     * does not bind that column.
     */
    WIDER
  }

  /**
   * What the key of an entry says in an aggregated list, whose answer is an object from scope to
   * rows: {@code zones/us-east1-b} gives {@code us-east1-b} for the column {@code zone}.
   *
   * @param column the column that the scope gives
   * @param collection the first segment of the scopes that belong to this table; others are skipped
   */
  public record Scope(String column, String collection) {}

  /**
   * The outermost fields of its answers that lead to rows, or are those of the row.
   *
   * @param table the table that it reads
   */
  public Set<String> answered(TableDescription table) {
    return rows.isEmpty()
        ? ColumnSource.outermostFields(table.readableColumns())
        : Set.of(rows.get(0));
  }

  /** Whether the API can be asked for a comparison of the column. */
  public boolean takes(String column, Comparison comparison) {
    return filtering.filter(filter -> filter.takes(column, comparison)).isPresent();
  }

  @Override
  public HttpVerb verb() {
    return HttpVerb.GET;
  }

  @Override
  public boolean isAboutOneResource() {
    return kind == Kind.GET;
  }
}
