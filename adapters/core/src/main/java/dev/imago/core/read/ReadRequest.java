package dev.imago.core.read;

import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.ColumnSource;
import dev.imago.core.description.OrderTerm;
import dev.imago.core.description.ReadMethod;
import dev.imago.core.description.TableDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Everything that decides what one read of a table sends and answers: two equal requests give equal
 * rows.
 *
 * @param method the way to read; each of its path variables is in {@code bindings}
 * @param bindings values by column name, never null, as {@link
 *     dev.imago.core.description.ColumnType} has them. Only rows that have these values are
 *     answered. A row takes the value from here unless a field of the answer holds it whole: an API
 *     may take a number for a name, and then answers a row of another name.
 * @param columns what each row holds, in this order
 * @param order what the API is asked to order by; empty for its own order
 * @param limit no more rows than this are needed: it sets the page size and ends the paging
 */
public record ReadRequest(
    TableDescription table,
    ReadMethod method,
    Map<String, Object> bindings,
    List<ColumnDescription> columns,
    List<OrderTerm> order,
    OptionalLong limit) {
  public ReadRequest {
    bindings = Map.copyOf(bindings);
    columns = List.copyOf(columns);
    order = List.copyOf(order);
  }

  /** The columns that are decoded: those of a row, and those whose value must be compared. */
  public List<ColumnDescription> decodedColumns() {
    List<ColumnDescription> decoded = new ArrayList<>(columns);
    for (ColumnDescription column : table.readableColumns()) {
      if (bindings.containsKey(column.name())
          && column.source() instanceof ColumnSource.JsonField
          && !columns.contains(column)) {
        decoded.add(column);
      }
    }
    return decoded;
  }
}
