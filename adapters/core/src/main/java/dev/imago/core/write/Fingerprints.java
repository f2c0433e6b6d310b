package dev.imago.core.write;

import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.ReadMethod;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.read.ReadRequest;
import dev.imago.core.statement.StatementContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a write must repeat of the row that it changes, when it was not given. */
final class Fingerprints {
  private final RowReader rows;

  Fingerprints(RowReader rows) {
    this.rows = rows;
  }

  /** The columns that must be read before the write can be sent. */
  static List<ColumnDescription> missing(WriteRequest request) {
    return request.table().columns().stream()
        .filter(column -> request.method().readFirst().contains(column.name()))
        .filter(column -> request.arguments().get(column.name()) == null)
        .toList();
  }

  /**
   * The write with all that it needs.
   *
   * @throws ImagoException {@link ErrorCode#ABSENT} when the row is not there
   */
  WriteRequest complete(WriteRequest request, StatementContext context) {
    List<ColumnDescription> missing = missing(request);
    if (missing.isEmpty()) {
      return request;
    }
    Optional<List<@Nullable Object>> row = rows.read(read(request, missing), context);
    if (row.isEmpty()) {
      throw new ImagoException(
          ErrorCode.ABSENT, request.subject() + ": what it names is not there");
    }
    WriteRequest complete = request;
    for (int i = 0; i < missing.size(); i++) {
      Object value = row.get().get(i);
      if (value != null) {
        complete = complete.with(missing.get(i).name(), value);
      }
    }
    return complete;
  }

  /** What is sent before the write, for people. */
  List<String> explain(WriteRequest request) {
    List<ColumnDescription> missing = missing(request);
    return missing.isEmpty() ? List.of() : List.of(rows.describe(read(request, missing)));
  }

  private static ReadRequest read(WriteRequest request, List<ColumnDescription> missing) {
    Map<String, Object> key = new HashMap<>();
    request.arguments().forEach((name, value) -> putKnown(key, name, value));
    ReadMethod get =
        RowReader.get(request.table(), key)
            .orElseThrow(
                () ->
                    new ImagoException(
                        ErrorCode.PARAMETER_NOT_BOUND,
                        request.subject() + " needs a value for " + missing.get(0).name()));
    return RowReader.request(request.table(), get, key, missing);
  }

  private static void putKnown(Map<String, Object> values, String name, @Nullable Object value) {
    if (value != null) {
      values.put(name, value);
    }
  }
}
