package dev.imago.core.write;

import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.ReadMethod;
import dev.imago.core.description.TableDescription;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.read.ReadRequest;
import dev.imago.core.read.RowStream;
import dev.imago.core.read.TableReader;
import dev.imago.core.statement.StatementContext;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads one row by its key. */
final class RowReader {
  private final TableReader reader;

  RowReader(TableReader reader) {
    this.reader = reader;
  }

  /**
   * What is sent for a row.
   *
   * @param key values by column name, at least for the parameters of the get
   * @param columns what the row holds, in this order
   */
  static ReadRequest request(
      TableDescription table,
      ReadMethod get,
      Map<String, Object> key,
      List<ColumnDescription> columns) {
    Map<String, Object> bindings = new HashMap<>();
    for (String parameter : get.parameters()) {
      Object value = key.get(parameter);
      if (value == null) {
        throw new ImagoException(
            ErrorCode.PARAMETER_NOT_BOUND,
            table.qualifiedName() + ": nothing says its " + parameter);
      }
      bindings.put(parameter, value);
    }
    return new ReadRequest(table, get, bindings, columns, List.of(), OptionalLong.empty());
  }

  /** The row; empty when it is not there. */
  Optional<List<@Nullable Object>> read(ReadRequest request, StatementContext context) {
    try (RowStream rows = reader.read(List.of(request), context)) {
      return Optional.ofNullable(rows.next()).map(Arrays::asList);
    }
  }

  /** The request for people: {@code GET https://...}. */
  String describe(ReadRequest request) {
    return reader.describe(request);
  }

  /** The get of a table that needs no more than these values. */
  static Optional<ReadMethod> get(TableDescription table, Map<String, ?> values) {
    return table.reads().stream()
        .filter(read -> read.kind() == ReadMethod.Kind.GET)
        .filter(read -> read.parameters().stream().allMatch(name -> values.get(name) != null))
        .findFirst();
  }
}
