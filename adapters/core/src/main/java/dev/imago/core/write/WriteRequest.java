package dev.imago.core.write;

import dev.imago.core.description.TableDescription;
import dev.imago.core.description.WriteArgument;
import dev.imago.core.description.WriteMethod;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One write.
 *
 * @param table the table that it changes
 * @param arguments the values that were given, by the argument's name: as {@link
 *     dev.imago.core.description.ColumnType} has them, or a {@link JsonValue}; null says that the
 *     value is to be taken away
 */
public record WriteRequest(
    TableDescription table, WriteMethod method, Map<String, @Nullable Object> arguments) {
  // Written out, because NullAway sees no @Nullable inside the types of a compact constructor.
  public WriteRequest(
      TableDescription table, WriteMethod method, Map<String, @Nullable Object> arguments) {
    this.table = table;
    this.method = method;
    this.arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
  }

  /** The value of an argument, if one was given that is not null. */
  Optional<Object> value(WriteArgument argument) {
    return Optional.ofNullable(arguments.get(argument.name()));
  }

  /** The same write with one more value. */
  public WriteRequest with(String argument, Object value) {
    Map<String, @Nullable Object> more = new LinkedHashMap<>(arguments);
    more.put(argument, value);
    return new WriteRequest(table, method, more);
  }

  /** What the write is called in messages: {@code google.compute.images.insert}. */
  String subject() {
    return table.qualifiedName() + "." + method.name();
  }
}
