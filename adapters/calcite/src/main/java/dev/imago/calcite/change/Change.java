package dev.imago.calcite.change;

import dev.imago.core.description.TableDescription;
import dev.imago.core.description.WriteArgument;
import dev.imago.core.description.WriteMethod;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.write.JsonBody;
import dev.imago.core.write.WriteRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.jspecify.annotations.Nullable;

/**
 * What a statement does with each row of its source.
 *
 * @param statement the kind of statement; EXEC is an action whatever the method is
 * @param slots which argument each of the first columns of a row is for
 * @param jsonColumn the column that holds the whole body as JSON text; empty when there is none
 * @param awaited how long the end is waited for; empty when the statement does not ask for it
 */
record Change(
    TableDescription table,
    WriteMethod method,
    WriteMethod.Kind statement,
    List<Slot> slots,
    Optional<Integer> jsonColumn,
    Optional<Awaited> awaited) {
  Change {
    slots = List.copyOf(slots);
  }

  /** One argument, and how its values are read. */
  record Slot(String argument, ArgumentReading reading) {
    /**
     * The slot for an argument.
     *
     * @param column the column of the rows that holds its values
     * @throws ImagoException {@link ErrorCode#INVALID_VALUE} when the types do not fit
     */
    static Slot of(WriteArgument argument, RelDataTypeField column) {
      return new Slot(
          argument.name(), ArgumentReading.of(column.getType(), argument.type(), argument.name()));
    }
  }

  /**
   * A wait for the end.
   *
   * @param secondsColumn the column that holds the most seconds; empty for no limit
   * @param unitSeconds how many seconds one of it is
   */
  record Awaited(Optional<Integer> secondsColumn, long unitSeconds) {}

  /** Whether rows are found by their key, so that one that is not there is no error. */
  boolean isKeyed() {
    return statement == WriteMethod.Kind.UPDATE || statement == WriteMethod.Kind.DELETE;
  }

  /** Whether the row names nothing: a NULL key is equal to no key. */
  boolean namesNothing(@Nullable Object[] row) {
    for (int i = 0; i < slots.size(); i++) {
      if (row[i] == null && method.parameters().contains(slots.get(i).argument())) {
        return true;
      }
    }
    return false;
  }

  /** The write for a row. NULL takes a value away in an UPDATE; elsewhere it is as none given. */
  WriteRequest request(@Nullable Object[] row) {
    Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
    for (int i = 0; i < slots.size(); i++) {
      Object value = slots.get(i).reading().read(row[i]);
      if (value != null || statement == WriteMethod.Kind.UPDATE) {
        arguments.put(slots.get(i).argument(), value);
      }
    }
    jsonColumn.map(column -> row[column]).ifPresent(body -> addBody(body.toString(), arguments));
    return new WriteRequest(table, method, arguments);
  }

  private void addBody(String body, Map<String, @Nullable Object> arguments) {
    JsonBody.read(method, body)
        .forEach(
            (name, value) -> {
              if (arguments.putIfAbsent(name, value) != null) {
                throw new ImagoException(
                    ErrorCode.INVALID_VALUE, "@@json gives " + name + ", which is given already");
              }
            });
  }
}
