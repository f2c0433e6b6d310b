package dev.imago.emulator.google.list;

import dev.imago.emulator.google.Timestamps;
import java.time.Instant;
import java.util.Comparator;

/** The orders that Google's lists know. Each is total: equal times are ordered by path. */
public enum Order {
  /** By scope and name, ascending. */
  NAME,
  /** By creation time, the newest first; rows without a readable time come last. */
  NEWEST_FIRST;

  /** Compares rows by their positions. */
  Comparator<Position> comparator() {
    Comparator<Position> byPath = Comparator.comparing(Position::path);
    return switch (this) {
      case NAME -> byPath;
      case NEWEST_FIRST -> Comparator.comparing(Order::instant).reversed().thenComparing(byPath);
    };
  }

  private static Instant instant(Position position) {
    return Timestamps.parse(position.created()).orElse(Instant.MIN);
  }
}
