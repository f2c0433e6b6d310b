package dev.imago.core.description;

import java.util.List;
import java.util.Optional;

/**
 * One column of a table.
 *
 * @param name the SQL name, in the description's letter case
 * @param says what it holds, one sentence in our own words
 * @param source where its value is found in an answer
 * @param values the values that the API documents, for an open enumeration; empty when it is none
 * @param resource for a full resource name: the template whose variables an equality on this column
 *     binds
 * @param input whether it is written only and never read
 * @param secret whether its value is printed as {@code ***} wherever it is not a result
 */
public record ColumnDescription(
    String name,
    ColumnType type,
    String says,
    ColumnSource source,
    List<String> values,
    Optional<PathTemplate> resource,
    boolean input,
    boolean secret) {
  public ColumnDescription {
    values = List.copyOf(values);
  }

  /** The same column, whose values stand elsewhere. */
  public ColumnDescription withSource(ColumnSource other) {
    return new ColumnDescription(name, type, says, other, values, resource, input, secret);
  }
}
