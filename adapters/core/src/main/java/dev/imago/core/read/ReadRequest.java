package dev.imago.core.read;

import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.OrderTerm;
import dev.imago.core.description.ReadMethod;
import dev.imago.core.description.TableDescription;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Everything that decides what one read of a table sends and answers: two equal requests give equal
 * rows.
 *
 * @param method the way to read; each of its path variables is in {@code bindings}
 * @param bindings values by column name, never null, as {@link
 *     dev.imago.core.description.ColumnType} has them. Rows take these columns from here.
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
}
