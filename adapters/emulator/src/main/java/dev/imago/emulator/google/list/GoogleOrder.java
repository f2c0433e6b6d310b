package dev.imago.emulator.google.list;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.google.Timestamps;
import dev.imago.emulator.list.Order;
import dev.imago.emulator.list.Position;
import java.time.Instant;
import java.util.Comparator;

/** The orders that Google's lists know. */
public enum GoogleOrder implements Order {
  /** By scope and name, ascending. */
  NAME,
  /** By creation time, the newest first; rows without a readable time come last. */
  NEWEST_FIRST;

  @Override
  public String key(ObjectNode resource) {
    return resource.path("creationTimestamp").asText("");
  }

  @Override
  public Comparator<Position> comparator() {
    Comparator<Position> byPath = Comparator.comparing(Position::path);
    return switch (this) {
      case NAME -> byPath;
      case NEWEST_FIRST ->
          Comparator.comparing(GoogleOrder::instant).reversed().thenComparing(byPath);
    };
  }

  private static Instant instant(Position position) {
    return Timestamps.parse(position.key()).orElse(Instant.MIN);
  }
}
