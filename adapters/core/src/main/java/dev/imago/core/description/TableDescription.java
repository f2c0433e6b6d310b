package dev.imago.core.description;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One table: its columns and the calls that read it.
 *
 * @param provider the catalog: google
 * @param service the schema: compute
 * @param name the table: images
 * @param says what a row is, one sentence in our own words
 * @param columns in the order of {@code SELECT *}
 * @param key the columns that identify a row, in path order
 * @param reads the calls that read it, the narrowest first: gets, then lists, then wider lists
 * @param parent the table that a missing parameter can be enumerated from
 * @param defaults for a parameter, the connection property whose values stand in when the query
 *     does not bind it: {@code projectsId} -> {@code google.project}
 * @param known the parameters whose documented values stand in, all of them, when nothing else
 *     binds them
 * @param writes the calls that change it, in the order of the file
 * @param settling how a row tells that it has ended, when it stands for something under way
 */
public record TableDescription(
    String provider,
    String service,
    String name,
    String says,
    List<ColumnDescription> columns,
    List<String> key,
    List<ReadMethod> reads,
    Optional<TableReference> parent,
    Map<String, String> defaults,
    Set<String> known,
    List<WriteMethod> writes,
    Optional<Settling> settling) {
  public TableDescription {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
    reads = List.copyOf(reads);
    known = Set.copyOf(known);
    writes = List.copyOf(writes);
    defaults = Collections.unmodifiableMap(new LinkedHashMap<>(defaults));
  }

  /** The name as SQL has it: {@code google.compute.images}. */
  public String qualifiedName() {
    return provider + "." + service + "." + name;
  }

  /** The columns that a query can read: all but those that are written only. */
  public List<ColumnDescription> readableColumns() {
    return columns.stream().filter(column -> !column.input()).toList();
  }

  /** The column of that name, whatever its letter case. */
  public Optional<ColumnDescription> column(String name) {
    return columns.stream().filter(column -> column.name().equalsIgnoreCase(name)).findFirst();
  }

  /** Whether some read method needs the column in its path: such a column is never NULL. */
  public boolean isParameter(String column) {
    return reads.stream().anyMatch(read -> read.parameters().contains(column));
  }

  /**
   * The parameter that a column binds: itself when it is one, else the one that is the same field
   * of the answer, whole. Both have the same value in every row: {@code image_id} and {@code id}.
   */
  public Optional<String> parameter(String column) {
    return isParameter(column)
        ? Optional.of(column)
        : column(column).flatMap(this::sameParameter).map(ColumnDescription::name);
  }

  private Optional<ColumnDescription> sameParameter(ColumnDescription column) {
    return column.source() instanceof ColumnSource.JsonField field
        ? columns.stream()
            .filter(other -> other.source().equals(field) && other.type().equals(column.type()))
            .filter(other -> isParameter(other.name()))
            .findFirst()
        : Optional.empty();
  }

  /** The read method of that name. */
  public Optional<ReadMethod> read(String name) {
    return reads.stream().filter(read -> read.name().equals(name)).findFirst();
  }

  /** The write method of that name, whatever its letter case. */
  public Optional<WriteMethod> write(String name) {
    return writes.stream().filter(write -> write.name().equalsIgnoreCase(name)).findFirst();
  }

  /** The writes that serve a statement, in the order of the file. */
  public List<WriteMethod> writes(WriteMethod.Kind kind) {
    return writes.stream().filter(write -> write.kind() == kind).toList();
  }
}
