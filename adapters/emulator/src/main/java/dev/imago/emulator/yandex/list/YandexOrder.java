package dev.imago.emulator.yandex.list;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.list.Order;
import dev.imago.emulator.list.Position;
import dev.imago.emulator.yandex.YandexFailure;
import java.time.Instant;
import java.util.Comparator;

/**
 * The orders of lists. The columns that can be sorted by are not published; these two stand in the
 * description of {@code orderBy}: "createdAt desc" and "id asc", which is meant when it is missing.
 */
public enum YandexOrder implements Order {
  ID_ASCENDING,
  ID_DESCENDING,
  OLDEST_FIRST,
  NEWEST_FIRST;

  /**
   * Reads the {@code orderBy} parameter.
   *
   * @throws YandexFailure when it names another column or direction
   */
  static YandexOrder parse(String text) {
    return switch (text) {
      case "id", "id asc" -> ID_ASCENDING;
      case "id desc" -> ID_DESCENDING;
      case "createdAt", "createdAt asc" -> OLDEST_FIRST;
      case "createdAt desc" -> NEWEST_FIRST;
      default -> throw YandexFailure.illegal("orderBy", "Cannot order by \"" + text + "\"");
    };
  }

  @Override
  public String key(ObjectNode resource) {
    return byTime() ? resource.path("createdAt").asText() : "";
  }

  @Override
  public Comparator<Position> comparator() {
    Comparator<Position> byId = Comparator.comparing(Position::path);
    Comparator<Position> byTime = Comparator.comparing(YandexOrder::createdAt);
    return switch (this) {
      case ID_ASCENDING -> byId;
      case ID_DESCENDING -> byId.reversed();
      case OLDEST_FIRST -> byTime.thenComparing(byId);
      case NEWEST_FIRST -> byTime.reversed().thenComparing(byId);
    };
  }

  private boolean byTime() {
    return this == OLDEST_FIRST || this == NEWEST_FIRST;
  }

  private static Instant createdAt(Position position) {
    return Instant.parse(position.key());
  }
}
