package dev.imago.emulator.workspace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.list.Order;
import dev.imago.emulator.list.Position;
import java.time.Instant;
import java.util.Comparator;

/**
 * The order of a time, and of ids where that is equal.
 *
 * @param field the field with the time, whose fraction has any number of digits
 * @param newestFirst whether the newest comes first
 */
record ByTime(String field, boolean newestFirst) implements Order {
  @Override
  public String key(ObjectNode resource) {
    return resource.path(field).asText();
  }

  @Override
  public Comparator<Position> comparator() {
    Comparator<Position> byTime = Comparator.comparing(position -> Instant.parse(position.key()));
    return (newestFirst ? byTime.reversed() : byTime).thenComparing(Position::path);
  }
}
